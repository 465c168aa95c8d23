import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { VendorId } from '@core/domain/vendor';
import type { Environment } from '@core/domain/environment';
import { accessibilityProblems } from '@test/support/axe';
import { ASSISTED, keyOf, worldOf, worldOfAll } from '@test/support/vendor-worlds';
import { CONFIRMED, create, openForm, sent, type OpenForm } from '@test/component/keys/create-form';
import { onTheDay, renderKeys, theGrid } from '@test/component/keys/keys-world';

onTheDay();

const issue = { keys: { issue: async () => CONFIRMED } };

const openOf = (vendor: VendorId, over: Partial<Environment> = {}): Promise<OpenForm> =>
  openForm({ ...worldOf(vendor, [keyOf(vendor)], over), stubs: issue });

/** As a person pastes it: letter by letter takes long in a form that says so much. */
async function fill({ user }: Pick<OpenForm, 'user'>, field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

const summaryOf = ({ dialog }: OpenForm): string =>
  within(dialog).getByRole('group', { name: 'Summary' }).textContent ?? '';

const lastSent = async (app: OpenForm): Promise<Record<string, unknown>> => {
  await waitFor(() => expect(sent(app)).toHaveLength(1));
  return sent(app)[0]?.draft ?? {};
};

describe('a key that the operator chooses or Keydesk makes up', () => {
  it('is typed hidden, shown on request, and sent as it was typed', async () => {
    const app = await openOf('mia');
    const form = within(app.dialog);
    const secret = form.getByLabelText<HTMLInputElement>('API key');
    expect(secret.type).toBe('password');
    expect(secret.autocomplete).toBe('off');
    expect(secret.getAttribute('spellcheck')).toBe('false');
    await fill(app, secret, 'V3ry-l0ng-r4nd0m-Zx81-mQp7-Ltw9');
    await app.user.click(form.getByRole('button', { name: 'Show API key' }));
    expect(secret.type).toBe('text');
    await fill(app, form.getByLabelText('ClientType'), 'mobile_app');
    await app.user.click(form.getByRole('switch', { name: 'Active' }));
    await app.user.type(form.getByLabelText('Description'), 'App{Enter}2');
    expect(summaryOf(app)).toMatch(/It starts disabled/);
    await create(app);
    expect(await lastSent(app)).toEqual({
      secret: { typed: 'V3ry-l0ng-r4nd0m-Zx81-mQp7-Ltw9' },
      name: 'mobile_app',
      active: false,
      description: 'App\n2',
    });
  });

  it('is left to Keydesk on Generate random API key, and can be typed again', async () => {
    const app = await openOf('mia');
    const form = within(app.dialog);
    await fill(app, form.getByLabelText('API key'), 'half');
    await app.user.click(form.getByRole('button', { name: 'Generate random API key' }));
    expect(form.getByText(/43 characters, 256 bits of randomness/)).toBeTruthy();
    expect(form.queryByText('API key is required.')).toBeNull();
    const back = form.getByRole('button', { name: 'Type it instead' });
    expect(document.activeElement).toBe(back);
    await app.user.click(back);
    expect(form.getByLabelText<HTMLInputElement>('API key').value).toBe('');
    await app.user.click(form.getByRole('button', { name: 'Generate random API key' }));
    await fill(app, form.getByLabelText('ClientType'), 'mobile');
    await create(app);
    expect(await lastSent(app)).toEqual({ secret: 'generate', name: 'mobile', active: true });
  });

  it('says what is wrong with blanks and with a ClientType that no rule could name', async () => {
    const app = await openOf('mia');
    const form = within(app.dialog);
    await fill(app, form.getByLabelText('API key'), 'two words');
    await fill(app, form.getByLabelText('ClientType'), '1st-client');
    await create(app);
    expect(form.getByText('An API key contains no blanks.')).toBeTruthy();
    expect(form.getByText('Letters, digits and underscores only, and no digit first.')).toBeTruthy();
    expect(sent(app)).toEqual([]);
  });

  it('is called weak where it may be guessed', async () => {
    const app = await openOf('mia');
    const secret = within(app.dialog).getByLabelText('API key');
    await app.user.type(secret, 'hello');
    expect(summaryOf(app)).toMatch(/This key is short: 5 characters/);
    await app.user.clear(secret);
    await fill(app, secret, 'my-secret-password-for-the-client');
    expect(summaryOf(app)).toMatch(/made of common words/);
    expect(summaryOf(app)).not.toContain('my-secret');
  });

  it('has no host and no date in its summary, and says that it must be deployed', async () => {
    const app = await openOf('mia');
    await fill(app, within(app.dialog).getByLabelText('ClientType'), 'mobile');
    expect(summaryOf(app)).toMatch(
      /“mobile” lets its caller through where endpoints ask for a key of that name/,
    );
    expect(summaryOf(app)).toMatch(/in shop\/main \(Acme Mia\), without an expiration date\./);
    expect(summaryOf(app)).toMatch(/only once what is saved was deployed/);
    expect(summaryOf(app)).not.toMatch(/host/);
    expect(await accessibilityProblems()).toEqual([]);
  });
});

describe('a key named by half a random name', () => {
  it('has a name of its own each time, and its owner’s rights', async () => {
    const app = await openOf('cloudmc');
    const name = within(app.dialog).getByLabelText<HTMLInputElement>('Name').value;
    expect(name).toMatch(/^api_key_[a-z0-9]{8}$/);
    expect(summaryOf(app)).toMatch(/can do whatever its owner may do in Acme \(Acme Cloud\)/);
    expect(summaryOf(app)).toMatch(/shown once/);
    await create(app);
    expect(await lastSent(app)).toEqual({ name });
  });
});

describe('a key with a permission, for some days', () => {
  it('shows the permissions with what they mean, and the date that comes of the days', async () => {
    const app = await openOf('qwilt');
    const form = within(app.dialog);
    const permission = within(form.getByRole('radiogroup', { name: 'Permission' }));
    expect(permission.getByRole<HTMLInputElement>('radio', { name: 'Viewer' }).checked).toBe(true);
    expect(permission.getByText('May get and list.')).toBeTruthy();
    const days = form.getByLabelText<HTMLInputElement>('Valid for (days)');
    expect(days.value).toBe('90');
    expect(form.getByText(/Expires 2 June? 2026, .*At most 365/)).toBeTruthy();
    await app.user.click(form.getByRole('button', { name: '30 days' }));
    expect(form.getByText(/Expires 3 Apr 2026/)).toBeTruthy();
    await app.user.click(permission.getByRole('radio', { name: 'Editor' }));
    await fill(app, form.getByLabelText('Name'), 'CI');
    expect(summaryOf(app)).toMatch(
      /“CI” has the permission Editor \(may also create, update and delete\) in Acme Media \(Acme CDN\), until 3 Apr/,
    );
    expect(summaryOf(app)).toMatch(/refused for up to 5 minutes/);
    expect(await accessibilityProblems()).toEqual([]);
    await create(app);
    expect(await lastSent(app)).toEqual({ name: 'CI', role: 'Editor', validDays: 30 });
  });

  it.each([
    ['', 'Valid for (days) is required.'],
    ['0', 'Type a whole number of days, at least 1.'],
    ['1.5', 'Type a whole number of days, at least 1.'],
    ['ten', 'Type a whole number of days, at least 1.'],
    ['366', 'A key lives at most 365 days here.'],
  ])('refuses %j days', async (typed, sentence) => {
    const app = await openOf('qwilt');
    const form = within(app.dialog);
    const days = form.getByLabelText('Valid for (days)');
    await app.user.clear(days);
    if (typed !== '') await app.user.type(days, typed);
    await create(app);
    expect(form.getByText(sentence)).toBeTruthy();
    expect(sent(app)).toEqual([]);
  });

  it('offers no preset beyond what the console allows', async () => {
    const app = await openOf('qwilt', { maxValidityDays: 60 });
    const form = within(app.dialog);
    expect(form.queryByRole('button', { name: '90 days' })).toBeNull();
    expect(form.getByLabelText<HTMLInputElement>('Valid for (days)').value).toBe('30');
  });
});

describe('a key that was made elsewhere', () => {
  it('is recorded: pasted, kept only where asked, with the vendor’s word on every button', async () => {
    const app = renderKeys({
      ...worldOf('qodly', [keyOf('qodly')], ASSISTED),
      stubs: { ...issue, secrets: { release: async () => ({ done: true }) } },
    });
    await theGrid();
    await app.user.click(screen.getByRole('button', { name: 'Record key' }));
    const dialog = await screen.findByRole('dialog', { name: 'Record API key' });
    const form = within(dialog);
    expect(form.queryByRole('button', { name: 'Generate random API key' })).toBeNull();
    await fill(app, form.getByLabelText('API key'), ' qk_live_2f9d81ab77c0 ');
    await app.user.click(form.getByRole('checkbox', { name: 'Keep the key in the keychain' }));
    await fill(app, form.getByLabelText('Description'), 'Accounting');
    await app.user.click(form.getByRole('button', { name: 'Record' }));
    expect(await screen.findByRole('dialog', { name: 'Key recorded' })).toBeTruthy();
    expect(sent(app)[0]?.draft).toMatchObject({
      secret: { typed: 'qk_live_2f9d81ab77c0' },
      keepSecret: true,
      name: 'Accounting',
    });
  });
});

describe('over several vendors', () => {
  it('has the fields and defaults of the place that is chosen, and keeps only what fits there', async () => {
    const app = await openForm({ ...worldOfAll(), stubs: issue });
    const form = within(app.dialog);
    const choose = async (name: RegExp): Promise<void> => {
      await app.user.click(form.getByRole('combobox', { name: 'Environment' }));
      await app.user.click(await screen.findByRole('option', { name }));
    };
    await choose(/Acme Cloud/);
    expect(form.getByLabelText<HTMLInputElement>('Name').value).toMatch(/^api_key_/);
    await choose(/Acme CDN/);
    expect(form.getByLabelText<HTMLInputElement>('Name').value).toBe('');
    await app.user.click(form.getByRole('radio', { name: 'Editor' }));
    await choose(/Acme Qodly/);
    expect((await form.findByRole('combobox', { name: 'Role' })).textContent).toBe('Admin');
    await choose(/Acme CDN/);
    expect(form.getByRole<HTMLInputElement>('radio', { name: 'Editor' }).checked).toBe(true);
    await choose(/Acme Mia/);
    expect(form.queryByRole('radiogroup')).toBeNull();
    expect(form.getByLabelText('ClientType')).toBeTruthy();
  });
});
