import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HttpModule } from '../http.module.js';
import { LIMITS } from '../limits.js';
import { newLog } from '../observing/log.js';
import type { HttpParts } from '../parts.js';
import { httpApplication } from '../server.js';
import { apiDocument } from './document.js';

/** The description of the API as it is committed, made without any store: nothing is asked, so no part is needed but the log. */
export async function describedText(): Promise<string> {
  const parts = { limits: LIMITS, log: newLog({ write: () => undefined }) } as unknown as HttpParts;

  @Module({ imports: [CqrsModule.forRoot(), HttpModule.with({ simulated: false, useFactory: () => parts })] })
  class Described {}

  const app = await httpApplication(Described, parts);
  await app.init();
  const text = `${JSON.stringify(apiDocument(app), null, 2)}\n`;
  await app.close();
  return text;
}
