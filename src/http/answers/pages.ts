import { Inject, Injectable } from '@nestjs/common';
import type { Position } from '../../application/ports/event-store.js';
import type { Identity } from '../../application/ports/identity.js';
import type { Page, Paging } from '../../application/questions/questions.js';
import { HTTP_PARTS, type HttpParts } from '../parts.js';
import { refuseRequest } from '../problem.js';
import type { PageQuery } from './page.dto.js';

type AskedPage = PageQuery & Readonly<{ place?: 'query' | 'body' }>;

/** A page as it leaves the API. */
export type PageAnswer<Row> = Readonly<{ items: readonly Row[]; next: string | null; stale: boolean }>;

/** Turns the tokens of lists into places and back; a token of another tenant or another list is no token. */
@Injectable()
export class Pages {
  constructor(@Inject(HTTP_PARTS) private readonly parts: Pick<HttpParts, 'tokens'>) {}

  /** Which page is asked of a list. `question` names the list with its filters, `place` where it is asked. Errors: throws `invalid-input` for what is no token of it. */
  asked({ tenant }: Identity, question: string, { after, limit, minPosition, place }: AskedPage): Paging {
    const { tokens } = this.parts;
    return {
      after: after === undefined ? null : (tokens.pagePlaceIn(tenant, question, after) ?? noToken('after', place)),
      limit,
      minPosition: this.positionOf({ tenant }, minPosition),
    };
  }

  /** How fresh an answer must be at least. Errors: throws `invalid-input` for what is no token of the tenant. */
  positionOf({ tenant }: Pick<Identity, 'tenant'>, minPosition: string | undefined): Position | null {
    return minPosition === undefined ? null : (this.parts.tokens.positionIn(tenant, minPosition) ?? noToken('minPosition'));
  }

  /** The answer for one page of the list. */
  answer<Row>({ tenant }: Identity, question: string, { rows, next, stale }: Page<Row>): PageAnswer<Row> {
    return { items: rows, next: next && this.parts.tokens.ofPage(tenant, question, next), stale };
  }
}

/** A token of another tenant equals one that never was. */
export function noToken(path: string, place: 'query' | 'body' = 'query'): never {
  return refuseRequest({
    code: 'invalid-input',
    errors: [
      {
        in: place,
        path: place === 'body' ? `/${path}` : path,
        detail: 'is no token of this list',
        expected: 'a token as this API gave it',
      },
    ],
  });
}
