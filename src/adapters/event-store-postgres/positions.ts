import { ForeignPosition, type Position } from '../../application/ports/event-store.js';

const WIDTH = 16; // what a JavaScript number counts exactly
const FORM = /^p\d{16}$/;

/** The position of a row, as text that sorts like its number. */
export const positionOf = (row: string | number): Position => `p${String(row).padStart(WIDTH, '0')}` as Position;

/**
 * The row that a position names.
 * Errors: throws for a position that this store never made.
 */
export function rowOf(position: Position): number {
  if (!FORM.test(position)) throw new ForeignPosition();
  return Number(position.slice(1));
}
