import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anEnvironment } from '@test/support/builders';
import { CONFIRMED, create, openForm, sent } from '@test/component/keys/create-form';
import { failing, onTheDay } from '@test/component/keys/keys-world';

onTheDay();

describe('the form', () => {
  it('sends what was filled in, with the vendor’s defaults for the rest', async () => {
    const app = await openForm({ stubs: { keys: { issue: async () => CONFIRMED } } });
    await app.user.type(within(app.dialog).getByLabelText('Description'), '  Accounting ');
    await create(app);
    expect(await screen.findByRole('dialog', { name: 'Key created' })).toBeTruthy();
    const [request] = sent(app);
    expect(request?.draft).toEqual({
      name: 'Accounting',
      type: 'standard',
      role: 'Admin',
      expiresAt: expect.stringMatching(/^2026-06-02T12:00/) as string,
      allowedHosts: [],
    });
  });

  it('explains both types, and warns of Administration, of any host and of production', async () => {
    const app = await openForm({ environments: [anEnvironment({ production: true, name: 'live' })] });
    const form = within(app.dialog);
    const summary = within(form.getByRole('group', { name: 'Summary' }));
    expect(
      summary.getByText(/can do what the role Admin may do in live \(Acme Qodly\), from any host, until/),
    ).toBeTruthy();
    expect(summary.getByText(/production environment/)).toBeTruthy();
    expect(summary.getByText(/a leaked key works from anywhere/)).toBeTruthy();
    await app.user.click(form.getByRole('radio', { name: 'Administration' }));
    expect(summary.getByText(/can read and change all data, whatever its role says/)).toBeTruthy();
    expect(summary.getByText(/bypasses roles/)).toBeTruthy();
  });

  it('shows the date that comes of a preset, and takes any day up to a year', async () => {
    const app = await openForm({ stubs: { keys: { issue: async () => CONFIRMED } } });
    const form = within(app.dialog);
    await app.user.click(form.getByRole('button', { name: '30 days' }));
    expect(form.getByText(/Expires 3 Apr 2026, \d\d:00:\d\d \S+, in 30 days/)).toBeTruthy();
    expect(form.queryByRole('button', { name: 'Never' })).toBeNull();
    await app.user.click(form.getByRole('button', { name: 'Custom' }));
    const date = form.getByLabelText('Custom date');
    await app.user.clear(date);
    await app.user.type(date, '2028-01-01');
    await app.user.type(form.getByLabelText('Description'), 'Accounting');
    await create(app);
    expect(form.getByText('A key lives at most 365 days here; choose an earlier date.')).toBeTruthy();
    expect(sent(app)).toEqual([]);
    await app.user.clear(date);
    await app.user.type(date, '2026-12-24');
    await create(app);
    await waitFor(() =>
      expect(new Date(String(sent(app)[0]?.draft['expiresAt'])).toString()).toMatch(/Dec 24 2026 23:59:59/),
    );
  });

  it('refuses an expiry in the past and an empty name at their fields, and sends nothing', async () => {
    const app = await openForm();
    const form = within(app.dialog);
    await app.user.click(form.getByRole('button', { name: 'Custom' }));
    const date = form.getByLabelText('Custom date');
    await app.user.clear(date);
    await app.user.type(date, '2020-01-01');
    await create(app);
    expect(form.getByText('This date is in the past; the key would never work.')).toBeTruthy();
    expect(form.getByText('Description is required.')).toBeTruthy();
    expect(document.activeElement).toBe(form.getByLabelText('Description'));
    expect(sent(app)).toEqual([]);
  });

  it('says what is wrong with a name of ten thousand characters and one that hides characters', async () => {
    const app = await openForm();
    const form = within(app.dialog);
    const name = form.getByLabelText('Description');
    await app.user.click(name);
    await app.user.paste('x'.repeat(10_000));
    await app.user.tab();
    expect(form.getByText('Description may have 200 characters; this one has 10000.')).toBeTruthy();
    await app.user.clear(name);
    await app.user.paste('Acc\u202Eounting');
    expect(form.getByText(/invisible character/)).toBeTruthy();
  });

  it('takes addresses as chips, checks them, refuses one twice', async () => {
    const app = await openForm({ stubs: { keys: { issue: async () => CONFIRMED } } });
    const form = within(app.dialog);
    const hosts = form.getByLabelText('Allowed hosts');
    await app.user.type(hosts, '203.0.113.7{Enter}2001:DB8:0::1 ');
    expect(form.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['203.0.113.7', '2001:db8::1']),
    );
    await app.user.type(hosts, '203.0.113.7{Enter}');
    expect(form.getByText('203.0.113.7 is already in the list.')).toBeTruthy();
    await app.user.clear(hosts);
    await app.user.type(hosts, '203.0.113.999{Enter}');
    expect(form.getByText('An IPv4 address is four numbers from 0 to 255, like 203.0.113.7.')).toBeTruthy();
    await app.user.type(form.getByLabelText('Description'), 'Accounting');
    await create(app);
    expect(sent(app)).toEqual([]);
    await app.user.clear(hosts);
    await app.user.click(form.getByRole('button', { name: 'Remove 203.0.113.7' }));
    await create(app);
    await waitFor(() => expect(sent(app)[0]?.draft['allowedHosts']).toEqual(['2001:db8::1']));
  });

  it('says about a letter in an address at once, and takes an address that was typed but not entered', async () => {
    const app = await openForm({ stubs: { keys: { issue: async () => CONFIRMED } } });
    const form = within(app.dialog);
    const hosts = form.getByLabelText('Allowed hosts');
    await app.user.type(hosts, 'exam');
    expect(form.getByText(/Only IPv4 or IPv6 addresses/)).toBeTruthy();
    await app.user.clear(hosts);
    await app.user.type(hosts, '203.0');
    expect(form.queryByText(/IPv4 address is four numbers/)).toBeNull();
    await app.user.type(hosts, '.113.7');
    await app.user.type(form.getByLabelText('Description'), 'Accounting');
    await create(app);
    await waitFor(() => expect(sent(app)[0]?.draft['allowedHosts']).toEqual(['203.0.113.7']));
  });

  it('offers the environment’s roles and any other by name', async () => {
    const app = await openForm({ stubs: { keys: { issue: async () => CONFIRMED } } });
    const form = within(app.dialog);
    await app.user.type(form.getByLabelText('Description'), 'Accounting');
    await app.user.click(await form.findByRole('combobox', { name: 'Role' }));
    await app.user.click(await screen.findByRole('option', { name: /Other/ }));
    await app.user.type(form.getByLabelText('Other role'), 'Auditor');
    await create(app);
    await waitFor(() => expect(sent(app)[0]?.draft['role']).toBe('Auditor'));
  });

  it('lets the role be typed when the roles cannot be read', async () => {
    const app = await openForm({
      stubs: {
        environments: {
          roles: failing('forbidden', 'You may not list roles.'),
        },
      },
    });
    const role = await within(app.dialog).findByRole<HTMLInputElement>('textbox', { name: 'Role' });
    expect(role.value).toBe('Admin');
    expect(within(app.dialog).getByText(/You may not list roles\./)).toBeTruthy();
  });

  it('asks a first-generation environment for its own fields, and for ever if wanted', async () => {
    const app = await openForm({
      environments: [anEnvironment({ variant: 'generation-1', maxValidityDays: null, canEdit: false })],
      stubs: { keys: { issue: async () => CONFIRMED } },
    });
    const form = within(app.dialog);
    await app.user.type(form.getByLabelText('API Name'), 'Accounting');
    expect(form.getByRole('combobox', { name: 'Profile' })).toBeTruthy();
    expect(form.queryByRole('radiogroup', { name: 'Type' })).toBeNull();
    await app.user.click(form.getByRole('button', { name: 'Never' }));
    await create(app);
    await waitFor(() =>
      expect(sent(app)[0]?.draft).toEqual({
        name: 'Accounting',
        role: 'Admin',
        expiresAt: 'never',
        allowedHosts: [],
      }),
    );
  });
});
