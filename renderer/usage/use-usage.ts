import { useCallback, useState } from 'react';
import type { KeyUse } from '@core/domain/vendor';
import { snippetsFor, type SnippetChoice } from '@core/text/usage';
import { useShowKey } from '@renderer/api/key-mutations';
import { useShowSecret } from '@renderer/api/secret-mutations';
import type { CopyReport } from '@renderer/api/types';
import { useCopyKeyUsage, useCopySecretUsage } from '@renderer/api/usage-mutations';
import type { Outcome } from '@renderer/api/use-action';
import { useRevokeOnly } from '@renderer/api/use-revoke-only';
import type { UsageRequest } from '@renderer/shared/place-dialogs';
import { useShownSecret, type Shown } from '@renderer/shared/use-shown-secret';

/** What is chosen in *How to use this key*, and what its buttons do. */
export interface Usage {
  readonly snippets: readonly SnippetChoice[];
  readonly chosen: SnippetChoice;
  readonly choose: (id: string) => void;
  /** The place of the way in `use.ways`. */
  readonly way: number;
  readonly chooseWay: (way: number) => void;
  readonly shown: Shown<string> | null;
  readonly canShow: boolean;
  readonly asking: boolean;
  readonly show: () => void;
  readonly hide: () => void;
  readonly copy: () => Promise<Outcome<CopyReport>>;
}

/** Chooses a snippet and a way; shows the secret in it for a while, and copies it in main. */
export function useUsage({ of, name }: UsageRequest, use: KeyUse, onError: (text: string) => void): Usage {
  const snippets = snippetsFor(use);
  const [id, choose] = useState<string>(snippets[0]?.id ?? '');
  const [wanted, chooseWay] = useState(0);
  const chosen = snippets.find((each) => each.id === id) ?? { id: 'curl' as const, label: '', ways: [0] };
  const way = chosen.ways.includes(wanted) ? wanted : (chosen.ways[0] ?? 0);
  const { shown, show, hide } = useShownSecret<string>(onError);
  const revokeOnly = useRevokeOnly();
  const ofKey = useShowKey();
  const ofHandle = useShowSecret();
  const copyKey = useCopyKeyUsage();
  const copySecret = useCopySecretUsage();
  const ask = useCallback(
    () => ('key' in of ? ofKey.run(of.key) : ofHandle.run(of.handle)),
    [of, ofHandle, ofKey],
  );
  const copy = (): Promise<Outcome<CopyReport>> => {
    const choice = { snippet: chosen.id, way, withSecret: shown !== null };
    return 'key' in of
      ? copyKey.run({ ...choice, key: of.key })
      : copySecret.run({ ...choice, handle: of.handle });
  };
  return {
    snippets,
    chosen,
    choose,
    way,
    chooseWay,
    shown,
    canShow: !revokeOnly && ('handle' in of || of.readable),
    asking: ofKey.busy || ofHandle.busy,
    show: () => void show(name, ask),
    hide,
    copy,
  };
}
