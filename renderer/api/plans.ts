import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type * as z from 'zod';
import type { AppContract } from '@core/contract/contract';
import type { BulkReport } from '@core/domain/bulk';
import type { PlanPreview, PlanQuestion, PlanRowView, PlanView } from '@core/domain/plan';
import type { AppClient } from '@renderer/api/client';
import { useClient } from '@renderer/api/ClientProvider';
import { queryKeys } from '@renderer/api/query-keys';
import { toRead, type Read } from '@renderer/api/read';
import type { Action } from '@renderer/api/use-action';
import { useClientAction } from '@renderer/api/use-client-action';

type Calls = AppContract['calls']['plans'];
type Approval = z.input<Calls['approve']['input']>;
type Order = z.input<Calls['execute']['input']>;
type Tick = z.input<Calls['tick']['input']>;
type Making = z.input<Calls['make']['input']>;
type Saved = z.output<Calls['save']['output']>;

/** A plan with all of its rows, in the order of its file. */
export interface PlanState {
  readonly view: PlanView;
  readonly rows: readonly PlanRowView[];
}

/** As often as anyone can look. */
const FOLLOW_MS = 400;

// Below the inventories, so that whoever trusts a key reads anew what the plan is worth.
const planKey = (planId: string) => [...queryKeys.inventories, 'plan', planId] as const;

/** Opens an offered file as a plan; sends nothing to anybody. */
export function useOpenPlan(fileId: string): Read<PlanView> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: ['plan-file', fileId],
      queryFn: () => client.plans.open({ fileId }),
      staleTime: Infinity,
      gcTime: 0,
    }),
  );
}

/** An open plan as it stands, kept in step with its runs. */
export function usePlan(planId: string): Read<PlanState> {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      timer = undefined;
      void queries.invalidateQueries({ queryKey: planKey(planId) });
    };
    const stop = client.on.bulkProgress(() => void (timer ??= setTimeout(read, FOLLOW_MS)));
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client, queries, planId]);
  return toRead(
    useQuery({
      queryKey: planKey(planId),
      queryFn: () => readPlan(client, planId),
      structuralSharing: false,
      gcTime: 0,
    }),
  );
}

async function readPlan(client: AppClient, planId: string): Promise<PlanState> {
  const view = await client.plans.read({ planId });
  const rows: PlanRowView[] = [];
  for (let page = 0; page < view.pages; page += 1) {
    const { json } = await client.plans.page({ planId, page });
    // Main wrote it itself.
    for (const row of JSON.parse(json) as PlanRowView[]) rows.push(row);
  }
  return { view, rows };
}

/** What a plan of an inventory would hold. */
export function usePlanPreview(inventoryId: string): Read<PlanPreview> {
  const client = useClient();
  return toRead(
    useQuery({
      queryKey: ['plan-preview', inventoryId],
      queryFn: () => client.plans.preview({ inventoryId }),
      gcTime: 0,
    }),
  );
}

const make = (client: AppClient, input: Making) => client.plans.make(input);
const check = (client: AppClient, planId: string) => client.plans.check({ planId });
const approve = (client: AppClient, input: Approval) => client.plans.approve(input);
const tick = (client: AppClient, input: Tick) => client.plans.tick(input);
const question = (client: AppClient, planId: string) => client.plans.question({ planId });
const execute = (client: AppClient, input: Order) => client.plans.execute(input);
const save = (client: AppClient, planId: string) => client.plans.save({ planId });

const thePlan = (planId: string) => [planKey(planId)];
const itsPlan = ({ planId }: { planId: string }) => [planKey(planId)];
const itsRuns = ({ planId }: { planId: string }) => [planKey(planId), queryKeys.runs];

/** Writes a plan; null when the operator cancels. Touches no read. */
export const useMakePlan = (): Action<Making, Saved> => useClientAction(make);

/** Compares it with the consoles; changes nothing there. */
export const useCheckPlan = (): Action<string, PlanView> => useClientAction(check, thePlan);

/** Approves rows, or takes that back. */
export const useApprove = (): Action<Approval, PlanView> => useClientAction(approve, itsPlan);

/** Notes that a row was done by hand, or takes that back. */
export const useTickRow = (): Action<Tick, PlanView> => useClientAction(tick, itsPlan);

/** Reads the consoles again and says what to ask. */
export const usePlanQuestion = (): Action<string, PlanQuestion> => useClientAction(question, thePlan);

/** Begins a run; null when the operator declined in main's own dialog. */
export const useExecutePlan = (): Action<Order, BulkReport | null> => useClientAction(execute, itsRuns);

/** Writes the outcome; null when the operator cancels. Touches no read. */
export const useSaveOutcome = (): Action<string, Saved> => useClientAction(save);
