import pg from 'pg';
import { ForeignPosition } from '../../src/application/ports/event-store.js';
import { projectionError } from '../../src/composition/engine-tells.js';
import { toldError } from '../../src/composition/told-error.js';

describe('why a projection or reaction could not go on', () => {
  it('is told by the words of an error of this program, which quote nobody', () => {
    expect(projectionError(new ForeignPosition())).toEqual({
      error: 'ForeignPosition',
      reason: 'this position is of another store',
    });
  });

  it("is told by PostgreSQL's code, never by its words, which may quote a row", () => {
    const error = new pg.DatabaseError('invalid input syntax for type date: "Jansen"', 1, 'error');
    error.code = '22007';
    expect(toldError(error)).toEqual({ error: 'error', code: '22007' });
  });

  it('has no words where nobody knows what they quote', () => {
    expect(toldError(new TypeError('cannot read Jansen'))).toEqual({ error: 'TypeError' });
    expect(toldError('Jansen')).toEqual({ error: 'unknown' });
  });
});
