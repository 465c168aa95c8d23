import type * as z from 'zod';
import type { incidentCalls } from '@core/contract/leak';
import type { IssueOutcome } from '@core/contract/messages';
import { AppError } from '@core/domain/app-error';
import type { IncidentSummary, IncidentView } from '@core/domain/incident';

type Input<C extends keyof typeof incidentCalls> = z.output<(typeof incidentCalls)[C]['input']>;

/** Stops leaked keys, proves it, and keeps the record of both. */
export class IncidentService {
  list(): Promise<IncidentSummary[]> {
    return soon();
  }

  read(_incidentId: string): Promise<IncidentView> {
    return soon();
  }

  open(_request: Input<'open'>): Promise<IncidentView> {
    return soon();
  }

  resume(_request: Input<'resume'>): Promise<IncidentView> {
    return soon();
  }

  attach(_request: Input<'attach'>): Promise<IncidentView> {
    return soon();
  }

  note(_request: Input<'note'>): Promise<IncidentView> {
    return soon();
  }

  stop(_request: Input<'stop'>): Promise<IncidentView> {
    return soon();
  }

  replace(_request: Input<'replace'>): Promise<z.infer<typeof IssueOutcome>> {
    return soon();
  }

  prove(_request: Input<'prove'>): Promise<IncidentView> {
    return soon();
  }

  unwatch(_request: Input<'unwatch'>): Promise<IncidentView> {
    return soon();
  }

  close(_request: Input<'close'>): Promise<IncidentView> {
    return soon();
  }

  save(_request: Input<'save'>): Promise<{ path: string } | null> {
    return soon();
  }

  openFile(): Promise<IncidentView | null> {
    return soon();
  }

  startDrill(
    _request: Input<'startDrill'>,
  ): Promise<z.input<(typeof incidentCalls)['startDrill']['output']>> {
    return soon();
  }
}

const soon = (): Promise<never> =>
  Promise.reject(new AppError('unexpected', 'Leak response is not part of this build.'));
