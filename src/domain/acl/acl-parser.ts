import { AclSyntaxError, tokensOf, type AclSymbol, type AclToken } from './acl-tokens';

/** What a caller can be a member of. */
export type AclList = 'groups' | 'permissions';

/** A statement about the caller. */
export type AclLeaf =
  | { readonly kind: 'client-type'; readonly name: string }
  /** The caller has at least one of the names. */
  | { readonly kind: 'member'; readonly of: AclList; readonly names: readonly string[] };

/** An expression that was read. */
export type AclNode =
  | AclLeaf
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly operand: AclNode }
  | { readonly kind: 'all' | 'any'; readonly operands: readonly AclNode[] };

/** Parentheses and exclamation marks inside each other. */
const DEEPEST = 100;

const isList = (word: string): word is AclList => word === 'groups' || word === 'permissions';

/** Reads one expression by recursive descent, looking one piece ahead. */
class AclParser {
  private place = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly AclToken[]) {}

  whole(): AclNode {
    const node = this.anyOf();
    if (this.next.kind !== 'end') this.refuse('Here && or || is missing, or the expression should end.');
    return node;
  }

  private get next(): AclToken {
    return this.tokens[this.place] ?? { kind: 'end', at: 0 };
  }

  private refuse(reason: string): never {
    throw new AclSyntaxError(
      this.next.at,
      this.next.kind === 'end' ? `The expression ends too early. ${reason}` : reason,
    );
  }

  private take(symbol: AclSymbol): boolean {
    const found = this.next.kind === 'symbol' && this.next.value === symbol;
    if (found) this.place += 1;
    return found;
  }

  private expect(symbol: AclSymbol): void {
    if (!this.take(symbol)) this.refuse(`Here ${symbol} is expected.`);
  }

  private text(): string {
    const { next } = this;
    if (next.kind !== 'text') return this.refuse('Here a name in quotation marks is expected.');
    this.place += 1;
    return next.value;
  }

  private word(reason: string): string {
    const { next } = this;
    if (next.kind !== 'word') return this.refuse(reason);
    this.place += 1;
    return next.value;
  }

  private chain(kind: 'all' | 'any', symbol: AclSymbol, operand: () => AclNode): AclNode {
    const first = operand();
    const operands = [first];
    while (this.take(symbol)) operands.push(operand());
    return operands.length === 1 ? first : { kind, operands };
  }

  private anyOf(): AclNode {
    return this.chain('any', '||', () => this.allOf());
  }

  private allOf(): AclNode {
    return this.chain('all', '&&', () => this.operand());
  }

  private operand(): AclNode {
    if (this.take('!')) return { kind: 'not', operand: this.deeper(() => this.operand()) };
    if (!this.take('(')) return this.statement();
    const inside = this.deeper(() => this.anyOf());
    this.expect(')');
    return inside;
  }

  /** SECURITY: bounds the recursion, which a hostile configuration could drive as deep as it is long. */
  private deeper(read: () => AclNode): AclNode {
    if (this.depth === DEEPEST) this.refuse(`More than ${DEEPEST} levels inside each other are not read.`);
    this.depth += 1;
    const node = read();
    this.depth -= 1;
    return node;
  }

  private statement(): AclNode {
    const { next } = this;
    if (next.kind === 'text') return this.membership([this.text()]);
    if (this.take('[')) return this.membership(this.names());
    if (next.kind !== 'word')
      return this.refuse('Here clientType, groups, permissions, true or false is expected.');
    return this.named(next.value);
  }

  private named(word: string): AclNode {
    if (word !== 'clientType' && word !== 'true' && word !== 'false' && !isList(word))
      return this.refuse('Only clientType, groups, permissions, true and false are known here.');
    this.place += 1;
    if (word === 'clientType') return this.comparison();
    return isList(word) ? this.property(word) : { kind: 'constant', value: word === 'true' };
  }

  private comparison(): AclNode {
    const equal = this.take('==');
    if (!equal && !this.take('!=')) this.refuse('After clientType comes == or !=.');
    const leaf: AclLeaf = { kind: 'client-type', name: this.text() };
    return equal ? leaf : { kind: 'not', operand: leaf };
  }

  private property(of: AclList): AclNode {
    const member = (name: string): AclLeaf => ({ kind: 'member', of, names: [name] });
    if (this.take('.')) return member(this.word(`After "${of}." comes a name.`));
    if (!this.take('[')) this.refuse(`After ${of} comes a dot and a name, or a name in brackets.`);
    const name = this.text();
    this.expect(']');
    return member(name);
  }

  private names(): string[] {
    const names = [this.text()];
    while (this.take(',')) names.push(this.text());
    this.expect(']');
    return names;
  }

  private membership(names: readonly string[]): AclNode {
    const missing = 'After names comes "in groups" or "in permissions".';
    if (this.word(missing) !== 'in') this.before(missing);
    const list = this.word(missing);
    return isList(list) ? { kind: 'member', of: list, names } : this.before(missing);
  }

  /** Refuses the piece that was just taken. */
  private before(reason: string): never {
    this.place -= 1;
    return this.refuse(reason);
  }
}

/** Reads an expression that is not empty. Throws `AclSyntaxError`. Linear in its length. */
export function readAcl(text: string): AclNode {
  return new AclParser(tokensOf(text)).whole();
}
