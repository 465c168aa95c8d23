import { readAcl, type AclLeaf, type AclNode } from './acl-parser';
import { AclSyntaxError } from './acl-tokens';

/** A "User Group Permission" expression of Mia-Platform that was read: who may call an endpoint. */
export type Acl = AclNode;

/** Who calls: the ClientType of the key, if there was one, and what the signed-in user belongs to. */
export interface AclCaller {
  readonly clientType: string | null;
  readonly groups: readonly string[];
  readonly permissions: readonly string[];
}

/** Longer expressions are not read, in UTF-16 units. */
export const LONGEST_ACL = 10_000;

const NO_RESTRICTION: Acl = { kind: 'constant', value: true };

/**
 * Reads an expression; an empty one restricts nothing. Never throws: otherwise says where it cannot be read, in
 * UTF-16 units, and why, in a sentence for people that repeats none of the text.
 */
export function parseAcl(text: string): { ok: true; acl: Acl } | { ok: false; at: number; reason: string } {
  if (text.length > LONGEST_ACL)
    return { ok: false, at: LONGEST_ACL, reason: 'Expressions of more than 10,000 characters are not read.' };
  if (text.trim() === '') return { ok: true, acl: NO_RESTRICTION };
  try {
    return { ok: true, acl: readAcl(text) };
  } catch (error) {
    if (!(error instanceof AclSyntaxError)) throw error;
    return { ok: false, at: error.at, reason: error.message };
  }
}

/** True, false, or null where it depends on what is not known. */
type Truth = boolean | null;

const not = (truth: Truth): Truth => (truth === null ? null : !truth);

/** The value that decides a chain alone, else null if any is unknown, else the other value. */
function chained(operands: readonly Acl[], deciding: boolean, judge: (leaf: AclLeaf) => Truth): Truth {
  let unknown = false;
  for (const operand of operands) {
    const truth = truthOf(operand, judge);
    if (truth === deciding) return deciding;
    unknown ||= truth === null;
  }
  return unknown ? null : !deciding;
}

function truthOf(acl: Acl, judge: (leaf: AclLeaf) => Truth): Truth {
  switch (acl.kind) {
    case 'constant':
      return acl.value;
    case 'not':
      return not(truthOf(acl.operand, judge));
    case 'all':
      return chained(acl.operands, false, judge);
    case 'any':
      return chained(acl.operands, true, judge);
    case 'client-type':
    case 'member':
      return judge(acl);
  }
}

/** Whether the caller may call. */
export function evaluateAcl(acl: Acl, caller: AclCaller): boolean {
  const has = { groups: new Set(caller.groups), permissions: new Set(caller.permissions) };
  const truth = truthOf(acl, (leaf) =>
    leaf.kind === 'client-type'
      ? leaf.name === caller.clientType
      : leaf.names.some((name) => has[leaf.of].has(name)),
  );
  return truth === true;
}

/**
 * Whether a key of this ClientType opens the endpoint, whoever uses it: `yes` and `no` hold for every user,
 * `depends` says that groups or permissions decide. An expression that names one of them on both sides may be
 * called `depends` although they cancel out.
 */
export function mayCall(acl: Acl, clientType: string): 'yes' | 'no' | 'depends' {
  const truth = truthOf(acl, (leaf) => (leaf.kind === 'client-type' ? leaf.name === clientType : null));
  return truth === null ? 'depends' : truth ? 'yes' : 'no';
}

function leavesOf(acl: Acl): readonly AclLeaf[] {
  switch (acl.kind) {
    case 'constant':
      return [];
    case 'not':
      return leavesOf(acl.operand);
    case 'all':
    case 'any':
      return acl.operands.flatMap(leavesOf);
    case 'client-type':
    case 'member':
      return [acl];
  }
}

/** Every ClientType that the expression names, each once, in order of appearance. */
export function clientTypesIn(acl: Acl): string[] {
  const named = leavesOf(acl).flatMap((leaf) => (leaf.kind === 'client-type' ? [leaf.name] : []));
  return [...new Set(named)];
}

/** Whether the expression asks for groups or permissions, which only a signed-in user has. */
export function asksForUser(acl: Acl): boolean {
  return leavesOf(acl).some(({ kind }) => kind === 'member');
}
