import { useState } from 'react';
import { parseAcl } from '@core/domain/acl/acl';
import type { AppError } from '@core/domain/app-error';
import type { EnvironmentRef } from '@core/domain/environment';
import type { Protection, ProtectionChange } from '@core/domain/protection';
import { environmentRefOf } from '@renderer/api/environment-ref';
import { useChangeProtection } from '@renderer/api/protections';

/** The two rules of an endpoint. */
export type Rules = Pick<Protection, 'secreted' | 'acl'>;

/** An edit of an endpoint and how it went so far. */
export interface EndpointEdit {
  readonly form: Rules;
  readonly change: (part: Partial<Rules>) => void;
  readonly parsed: ReturnType<typeof parseAcl>;
  /** What somebody else made of it meanwhile. */
  readonly theirs: Protection | null;
  /** Takes the other version into the form. */
  readonly takeTheirs: () => void;
  /** What is being looked into; null while nothing is unclear. */
  readonly checking: string | null;
  readonly ready: boolean;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** Sends what differs, against the version that was seen last. */
  readonly send: () => void;
}

/** Changes the rules of one endpoint under one operation, however often it is sent. */
export function useEditEndpoint(
  environment: EnvironmentRef,
  endpoint: Protection,
  onSaved: () => void,
): EndpointEdit {
  const [operationId] = useState(() => crypto.randomUUID());
  const { run, busy, error } = useChangeProtection();
  const [base, setBase] = useState(endpoint);
  const [form, setForm] = useState<Rules>({ secreted: endpoint.secreted, acl: endpoint.acl });
  const [conflicting, setConflicting] = useState(false);
  const [checking, setChecking] = useState<string | null>(null);
  const parsed = parseAcl(form.acl);
  const changes = changesOf(base, form);
  const ready = !busy && Object.keys(changes).length > 0 && (changes.acl === undefined || parsed.ok);
  const send = async (): Promise<void> => {
    if (!ready) return;
    const { path, revision } = base;
    const request = { operationId, environment: environmentRefOf(environment), path, revision };
    const outcome = await run({ ...request, change: changes });
    if (!outcome.ok) return;
    const { value } = outcome;
    setChecking(value.state === 'checking' ? value.message : null);
    setConflicting(value.state === 'conflict');
    if (value.state === 'conflict') setBase(value.theirs);
    if (value.state === 'confirmed') onSaved();
  };
  return {
    form,
    change: (part) => setForm((before) => ({ ...before, ...part })),
    parsed,
    theirs: conflicting ? base : null,
    takeTheirs: () => {
      setForm({ secreted: base.secreted, acl: base.acl });
      setConflicting(false);
    },
    checking,
    ready,
    busy,
    error,
    send: () => void send(),
  };
}

const changesOf = (base: Rules, form: Rules): ProtectionChange => ({
  ...(form.secreted !== base.secreted && { secreted: form.secreted }),
  ...(form.acl !== base.acl && { acl: form.acl }),
});
