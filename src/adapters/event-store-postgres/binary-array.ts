/** How one kind of element is written: PostgreSQL's number of its type, its width in bytes, and its bytes. */
type Kind<T> = Readonly<{ type: number; width(value: T): number; write(bytes: Buffer, value: T, at: number): void }>;

const INT4: Kind<number> = {
  type: 23,
  width: () => 4,
  write: (bytes, value, at) => void bytes.writeInt32BE(value, at),
};

const INT8: Kind<number> = {
  type: 20,
  width: () => 8,
  write: (bytes, value, at) => void bytes.writeBigInt64BE(BigInt(value), at),
};

const TEXT: Kind<string> = {
  type: 25,
  width: (value) => Buffer.byteLength(value),
  write: (bytes, value, at) => void bytes.write(value, at),
};

const UUID: Kind<string> = {
  type: 2950,
  width: () => 16,
  write: (bytes, value, at) => void bytes.write(value.replaceAll('-', ''), at, 'hex'),
};

const BYTEA: Kind<Buffer> = {
  type: 17,
  width: (value) => value.length,
  write: (bytes, value, at) => void value.copy(bytes, at),
};

/**
 * Arrays in PostgreSQL's binary form: written several times faster than its text form, and with nothing to escape.
 * Shape: one dimension, counted from 1; an empty one has none.
 */
export const int4Array = (values: readonly number[]): Buffer => arrayOf(INT4, values);
export const int8Array = (values: readonly number[]): Buffer => arrayOf(INT8, values);
export const textArray = (values: readonly string[]): Buffer => arrayOf(TEXT, values);
export const uuidArray = (values: readonly (string | null)[]): Buffer => arrayOf(UUID, values);
export const byteaArray = (values: readonly Buffer[]): Buffer => arrayOf(BYTEA, values);

const EMPTY = 12; // bytes of an array without a dimension
const HEADER = 20;
const NULL_WIDTH = -1;

function arrayOf<T>(kind: Kind<T>, values: readonly (T | null)[]): Buffer {
  const width = values.reduce((sum, value) => sum + 4 + (value === null ? 0 : kind.width(value)), 0);
  const bytes = Buffer.allocUnsafe(values.length === 0 ? EMPTY : HEADER + width);
  const header = values.length === 0 ? [0, 0, kind.type] : [1, values.includes(null) ? 1 : 0, kind.type, values.length, 1];
  let at = 0;
  for (const number of header) at = bytes.writeInt32BE(number, at);
  for (const value of values) at = element(bytes, at, { kind, value });
  return bytes;
}

function element<T>(bytes: Buffer, at: number, { kind, value }: { kind: Kind<T>; value: T | null }): number {
  if (value === null) return bytes.writeInt32BE(NULL_WIDTH, at);
  const width = kind.width(value);
  kind.write(bytes, value, bytes.writeInt32BE(width, at));
  return at + 4 + width;
}
