import { Injectable, type INestApplication } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { apiDocument } from './document.js';

/** The description of the running application; made once, when it is first asked for. */
@Injectable()
export class Description {
  private app: INestApplication | undefined;
  private document: OpenAPIObject | undefined;

  /** Says of which application it is; called before that listens. */
  of(app: INestApplication): void {
    this.app = app;
  }

  read(): OpenAPIObject {
    if (!this.app) throw new Error('the description belongs to no application yet');
    return (this.document ??= apiDocument(this.app));
  }
}
