/** The types of an attribute. */
export type AttributeType = 'string' | 'number' | 'bool';

/** One kind of records that the sample application exposes. */
export interface Dataclass {
  readonly name: string;
  readonly collectionName: string;
  /** Without the identifier, which every class has. */
  readonly attributes: Readonly<Record<string, AttributeType>>;
  readonly sample: readonly Readonly<Record<string, string | number | boolean>>[];
}

const order = (number: string, product: string, quantity: number, status: string) => ({
  number,
  product,
  quantity,
  status,
});

const product = (sku: string, name: string, price: number, inStock: number) => ({
  sku,
  name,
  price,
  inStock,
});

const user = (name: string, email: string, active: boolean) => ({ name, email, active });

/** What the sample application exposes, in every environment. */
export const DATACLASSES: readonly Dataclass[] = [
  {
    name: 'Users',
    collectionName: 'UsersSelection',
    attributes: { name: 'string', email: 'string', active: 'bool' },
    sample: [
      user('Mara Iversen', 'mara.iversen@example.com', true),
      user('Tomás Rey', 'tomas.rey@example.com', true),
      user('Noor Haddad', 'noor.haddad@example.com', true),
      user('Piet de Wolf', 'piet.dewolf@example.com', false),
      user('Akiko Mori', 'akiko.mori@example.com', true),
    ],
  },
  {
    name: 'Orders',
    collectionName: 'OrdersSelection',
    attributes: { number: 'string', product: 'string', quantity: 'number', status: 'string' },
    sample: [
      order('O-10241', 'Field notebook', 40, 'shipped'),
      order('O-10242', 'Desk lamp', 2, 'shipped'),
      order('O-10243', 'Fountain pen', 12, 'packed'),
      order('O-10244', 'Paper, 500 sheets', 8, 'new'),
      order('O-10245', 'Desk lamp', 1, 'new'),
      order('O-10246', 'Field notebook', 15, 'on hold'),
    ],
  },
  {
    name: 'Products',
    collectionName: 'ProductsSelection',
    attributes: { sku: 'string', name: 'string', price: 'number', inStock: 'number' },
    sample: [
      product('NB-01', 'Field notebook', 4.9, 820),
      product('LA-07', 'Desk lamp', 39, 64),
      product('PE-03', 'Fountain pen', 24.5, 143),
      product('PA-50', 'Paper, 500 sheets', 6.2, 1200),
    ],
  },
];

/** The class of a name, or `null` where none is exposed. */
export function dataclassNamed(name: string): Dataclass | null {
  return DATACLASSES.find((dataclass) => dataclass.name === name) ?? null;
}
