import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPractice } from './flows/consoles';
import { endpointOf, goTo, grid, row, search } from './flows/table';
import {
  HARBOUR_CLOUD,
  HARBOUR_MEDIA,
  issue,
  leaveOutcome,
  ORDERS_MAIN,
  readSecret,
  stopKey,
  takeAndLeave,
} from './flows/vendors';
import { gateway } from './support/gateway';
import { launchKeydesk, type Keydesk } from './support/keydesk';

let keydesk: Keydesk;

beforeAll(async () => {
  keydesk = await launchKeydesk();
  await openPractice(keydesk.page);
});
afterAll(() => keydesk?.close());

const buttonsOf = (name: string): Promise<(string | null)[]> =>
  row(keydesk.page, name)
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));

describe('a key of CloudMC', () => {
  beforeAll(() => goTo(keydesk.page, HARBOUR_CLOUD));

  const used = { path: '/organizations', header: 'MC-Api-Key' } as const;

  it('is named as the console would, works at once, is renamed, revoked and refused at once', async () => {
    const { page } = keydesk;
    const endpoint = await endpointOf(page);
    const created = await issue(page, async (form) => {
      const name = form.getByRole('textbox', { name: 'Name', exact: true });
      expect(await name.inputValue()).toMatch(/^api_key_[a-z0-9]{8}$/);
      await name.fill('Invoice robot');
    });
    const secret = await readSecret(created);
    await created.getByRole('button', { name: 'Verify key' }).click();
    await created.getByText('The key works').waitFor();
    await takeAndLeave(created);
    expect((await gateway(endpoint, secret, used)).status).toBe(200);

    await search(page, 'Invoice robot');
    expect(await buttonsOf('Invoice robot')).toEqual(['Edit key', 'Replace key', 'Revoke key']);
    await row(page, 'Invoice robot').getByRole('button', { name: 'Edit key' }).click();
    const form = page.getByRole('dialog', { name: 'Edit API key' });
    await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Invoice robot 2');
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await form.waitFor({ state: 'detached' });
    expect((await gateway(endpoint, secret, used)).status).toBe(200);

    const question = await stopKey(page, 'Invoice robot 2', 'Revoke');
    await question.getByText(/^Revoked\. The console no longer lists it/).waitFor();
    expect((await gateway(endpoint, secret, used)).status).toBe(401);
    await leaveOutcome(page, question);
  });
});

describe('a key of Qwilt', () => {
  beforeAll(() => goTo(keydesk.page, HARBOUR_MEDIA));

  const used = { path: '/api/v2/sites', header: 'X-API-KEY' } as const;

  it('has a permission and days, is active a little later, and is revoked for good', async () => {
    const { page } = keydesk;
    const endpoint = await endpointOf(page);
    const created = await issue(page, async (form) => {
      await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Purge bot');
      await form.getByRole('radio', { name: /Editor/ }).check();
      await form.getByLabel('Valid for (days)').first().fill('30');
    });
    const secret = await readSecret(created);
    await created.getByRole('button', { name: 'Verify key' }).click();
    await created.getByText('The key is not active yet').waitFor();
    expect((await gateway(endpoint, secret, used)).status).toBe(401);
    await expect
      .poll(async () => (await gateway(endpoint, secret, used)).status, { timeout: 20_000 })
      .toBe(200);
    await created.getByRole('button', { name: 'Verify key' }).click();
    await created.getByText('The key works').waitFor();
    await takeAndLeave(created);
    const authorization = { ...used, header: 'Authorization' };
    expect((await gateway(endpoint, `X-API-KEY ${secret}`, authorization)).status).toBe(200);

    await search(page, 'Purge bot');
    expect(await buttonsOf('Purge bot')).toEqual(['Replace key', 'Revoke key']);
    const question = await stopKey(page, 'Purge bot', 'Revoke');
    await question.getByText(/^Revoked\./).waitFor();
    expect((await gateway(endpoint, secret, used)).status).toBe(401);
    await leaveOutcome(page, question);
  });

  it('that expires is replaced instead of renewed', async () => {
    const { page } = keydesk;
    await search(page, 'Billing export');
    await row(page, 'Billing export').getByRole('button', { name: 'Create its successor' }).click();
    const form = page.getByRole('dialog', { name: 'Replace API key' });
    expect(await form.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe(
      'Billing export',
    );
    await form.getByRole('button', { name: 'Cancel' }).click();
    await form.waitFor({ state: 'detached' });
  });
});

describe('a key of Mia-Platform', () => {
  beforeAll(() => goTo(keydesk.page, ORDERS_MAIN));

  const used = { path: '/status', header: 'client-key' } as const;

  async function deploy(): Promise<void> {
    const { page } = keydesk;
    await page.getByRole('button', { name: 'Deploy', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: /^Deploy/ });
    await dialog.getByRole('radio', { name: /Development/ }).check();
    await dialog.getByRole('button', { name: 'Deploy', exact: true }).click();
    await dialog.getByText(/^Deploying to/).waitFor();
    await dialog.getByText(/^Deployed to/).waitFor({ timeout: 30_000 });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  it('is generated, saved, deployed, used in every way, disabled, deleted, and refused once that is deployed', async () => {
    const { page } = keydesk;
    const endpoint = await endpointOf(page);
    const created = await issue(page, async (form) => {
      await form.getByRole('button', { name: 'Generate random API key' }).click();
      await form.getByRole('textbox', { name: 'ClientType' }).fill('night_shift');
    });
    const secret = await readSecret(created);
    expect(secret).toMatch(/^[\w-]{43}$/);
    await takeAndLeave(created);
    expect((await gateway(endpoint, secret, used)).status).toBe(403);
    await search(page, 'night_shift');
    await row(page, 'night_shift').getByText('Saved').waitFor();
    await deploy();
    await page.getByText('1 change is saved, not deployed to Production.').waitFor();
    const answer = await gateway(endpoint, secret, used);
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.text).toContain('night_shift');
    expect((await gateway(endpoint, secret, { ...used, header: 'secret' })).status).toBe(200);
    const cookie = { ...used, header: 'cookie' };
    expect((await gateway(endpoint, `mia_client_key=${secret}`, cookie)).status).toBe(200);

    const question = await stopKey(page, 'night_shift', 'Delete');
    await question.getByText(/still works until/).waitFor();
    await leaveOutcome(page, question);
    expect((await gateway(endpoint, secret, used)).status).toBe(200);
    await deploy();
    expect((await gateway(endpoint, secret, used)).status).toBe(403);
  });
});

describe('all vendors together', () => {
  beforeAll(async () => {
    await keydesk.page.getByRole('tab', { name: 'All environments' }).click();
    await grid(keydesk.page).waitFor();
  });

  it('say which fact is not recorded by whom', async () => {
    const { page } = keydesk;
    await search(page, 'usage report');
    const absent = row(page, 'usage report').getByText(/^not recorded by CloudMC/);
    await expect.poll(() => absent.count()).toBeGreaterThan(1);
    await search(page, '');
  });
});
