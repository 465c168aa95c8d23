import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { PlanQuestion, PlanRowView, PlanView } from '@core/domain/plan';
import { PlanScreen } from '@renderer/inventories/plan/PlanScreen';
import { MakePlanButton } from '@renderer/inventories/plan/MakePlanButton';
import { accessibilityProblems } from '@test/support/axe';
import { daysFromNow } from '@test/support/builders';
import { fakeClient } from '@test/support/fake-client';
import { renderWithApp } from '@test/support/render-app';
import { aPlanPlace } from '@test/unit/main/services/plans/plan-desk';

const PLAN = 'a'.repeat(64);
const KEY = { consoleId: 'acme', environmentId: 'env-staging', keyId: 'key-1' };
const CHANGE = { fact: 'Type', was: 'Standard', now: 'Administration' };

const aView = (over: Partial<PlanView> = {}): PlanView => ({
  planId: PLAN,
  fileName: 'acme.keydesk-plan',
  keydesk: '0.1.0',
  madeAt: daysFromNow(0),
  madeBy: 'Rita',
  inventory: { fileName: 'acme.keydesk', sha256: PLAN, exportedAt: null, signature: 'own' },
  left: { kept: 4, undecided: 1 },
  places: [aPlanPlace()],
  signature: { state: 'own', publicKey: `${'A'.repeat(43)}=`, fingerprint: PLAN },
  rows: 4,
  pages: 1,
  checkedAt: daysFromNow(0),
  runs: [],
  outcome: null,
  ...over,
});

const aRow = (row: number, over: Partial<PlanRowView> = {}): PlanRowView => ({
  row,
  place: 0,
  keyId: `key-${row}`,
  name: `Key ${row}`,
  decision: 'revoke',
  seen: { type: 'standard' },
  key: { ...KEY, keyId: `key-${row}` },
  verdict: { state: 'ready', says: 'Delete: final' },
  approved: false,
  end: null,
  ...over,
});

const ROWS = [
  aRow(0),
  aRow(1, { approved: true }),
  aRow(2, { verdict: { state: 'changed', says: 'Delete: final', changes: [CHANGE] } }),
  aRow(3, { decision: 'replace', verdict: { state: 'by-hand', says: 'Make its successor.' } }),
];

const QUESTION: PlanQuestion = {
  rows: [1],
  verb: 'Delete',
  word: 'DELETE',
  environments: 1,
  production: 1,
  administration: 0,
  own: false,
  consequences: ['It is refused from then on. Nothing brings it back.'],
  dropped: 1,
};

function show(view: Partial<PlanView> = {}, rows: readonly PlanRowView[] = ROWS) {
  const read = async () => aView(view);
  const client = fakeClient({
    plans: {
      ...{ open: read, read, check: read, approve: read, tick: read },
      page: async () => ({ json: JSON.stringify(rows) }),
      question: async () => QUESTION,
      execute: async () => null,
    },
    settings: { read: async () => Promise.reject(new Error('No settings here.')) },
  });
  const onGoToKey = vi.fn();
  const rendered = renderWithApp(
    <PlanScreen fileId="f" onClose={() => undefined} onGoToKey={onGoToKey} />,
    client,
  );
  return { ...rendered, onGoToKey };
}

const grid = () => screen.findByRole('grid', { name: 'Rows of the plan' });

describe('a plan in front of an administrator', () => {
  it('says who made it and where each row is, and is accessible', async () => {
    show();
    const table = await grid();
    await waitFor(() => expect(table.textContent).toContain('Key 3'));
    for (const text of ['Ready', 'Approved', 'Changed since', 'By hand', 'Type: Standard → Administration'])
      expect(table.textContent).toContain(text);
    expect(screen.getByText(/Made by Rita/).textContent).toContain(
      'Left out: 4 keys to keep and 1 key without a decision.',
    );
    expect(screen.getByText('Signed by this Keydesk, and unchanged since.')).toBeDefined();
    expect(await accessibilityProblems()).toEqual([]);
  });

  it('approves what is ready together, and what changed only after a look at it', async () => {
    const { user, client } = show();
    await user.click(await screen.findByRole('button', { name: 'Approve all 1 ready' }));
    expect(client.inputs('plans.approve')).toEqual([{ planId: PLAN, rows: [0], approved: true }]);
    await user.dblClick(screen.getByText('Key 2'));
    const dialog = await screen.findByRole('dialog', { name: 'Key 2' });
    const approve = within(dialog).getByRole('button', { name: 'Approve' });
    expect(approve).toHaveProperty('disabled', true);
    await user.click(within(dialog).getByRole('checkbox', { name: 'Revoke it as it is now all the same' }));
    await user.click(approve);
    expect(client.inputs('plans.approve')[1]).toEqual({
      planId: PLAN,
      rows: [2],
      approved: true,
      evenIfChanged: true,
    });
  });

  it('asks for the word with everything read anew, and tells what was left out', async () => {
    const { user, client } = show();
    await user.click(await screen.findByRole('button', { name: 'Execute 1 row' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Delete 1 key' });
    expect(dialog.textContent).toContain('1 of them in production');
    expect(dialog.textContent).toContain('1 key left out');
    const send = within(dialog).getByRole('button', { name: 'Delete 1 key' });
    expect(send).toHaveProperty('disabled', true);
    await user.type(within(dialog).getByRole('textbox', { name: 'Type DELETE to confirm' }), 'DELETE');
    await user.click(send);
    expect(client.inputs('plans.execute')).toEqual([{ planId: PLAN, rows: [1], typed: 'DELETE' }]);
  });

  it('leads to a key, and notes what was done by hand', async () => {
    const { user, client, onGoToKey } = show();
    await grid();
    await user.dblClick(await screen.findByText('Key 3'));
    const dialog = await screen.findByRole('dialog', { name: 'Key 3' });
    await user.click(within(dialog).getByRole('button', { name: 'Go to key' }));
    expect(onGoToKey).toHaveBeenCalledWith({ ...KEY, keyId: 'key-3' });
    await user.type(within(dialog).getByRole('textbox', { name: 'What was done, and by whom' }), 'Bo');
    await user.click(within(dialog).getByRole('button', { name: 'Done by hand' }));
    expect(client.inputs('plans.tick')).toEqual([{ planId: PLAN, row: 3, note: 'Bo' }]);
  });

  it('is never executed where it was altered, and never approved as a whole where nobody knows its maker', async () => {
    const { unmount } = show({ signature: { state: 'altered' } });
    expect(await screen.findByText('This file cannot be executed')).toBeDefined();
    for (const name of [/^Execute/, /^Check/, /^Approve( all|$)/, 'Save outcome'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    unmount();
    show({ signature: { state: 'unsigned' } });
    expect(
      await screen.findByText('Unsigned, by “Rita”: nothing shows who made it, or whether it was changed.'),
    ).toBeDefined();
    await grid();
    expect(screen.queryByRole('button', { name: /^Approve all/ })).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Approve' })).toHaveLength(2);
  });

  it('tells the reviewer what became of each key', async () => {
    const outcome = {
      executedAt: daysFromNow(0),
      executedBy: 'ada',
      plan: { sha256: PLAN, signature: 'own' },
    } as const;
    show({ outcome }, [
      aRow(0, { end: { state: 'done', readBackAt: daysFromNow(0) } }),
      aRow(1, { end: { state: 'unconfirmed', message: 'Sent, not confirmed. Treat it as live.' } }),
    ]);
    expect(await screen.findByText('What became of each key, by ada')).toBeDefined();
    const table = await grid();
    await waitFor(() => expect(table.textContent).toContain('Sent, not confirmed. Treat it as live.'));
    expect(screen.queryByRole('button', { name: /^Execute/ })).toBeNull();
  });
});

it('a plan says what it would hold before it is made', async () => {
  const client = fakeClient({
    plans: {
      preview: async () => ({
        decisions: { keep: 7, restrict: 0, replace: 1, revoke: 2, ask: 0 },
        undecided: 3,
        madeBy: 'ada',
      }),
      make: async () => ({ path: '/home/ada/acme.keydesk-plan', rows: 3, signed: false }),
    },
  });
  const { user } = renderWithApp(<MakePlanButton inventoryId="i" />, client);
  await user.click(screen.getByRole('button', { name: 'Make plan' }));
  const dialog = await screen.findByRole('dialog', { name: 'Make a plan' });
  await waitFor(() =>
    expect(dialog.textContent).toContain('Left out: 7 keys to keep and 3 keys without a decision.'),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Save plan' }));
  expect(client.inputs('plans.make')).toEqual([{ inventoryId: 'i', madeBy: 'ada' }]);
  expect(await screen.findAllByText(/Plan with 3 rows saved, unsigned, by “ada”/)).toBeDefined();
});
