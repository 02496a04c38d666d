import type { Type } from '@nestjs/common';
import { CATEGORIES } from '../../kernel/ids.js';
import { currentStateController } from './current-state.controller.js';
import { correctionsController } from './corrections.controller.js';
import { historyController } from './history.controller.js';
import { eventWordsController } from './event-words.controller.js';
import { personController } from './person.controller.js';

/** What is alike for each kind of stream. Who somebody is, is asked with the words; a trajectory answers in codes, its words apart. */
export const STREAM_CONTROLLERS: Type<unknown>[] = [
  ...CATEGORIES.map(historyController),
  ...CATEGORIES.map(correctionsController),
  ...(['candidate', 'trajectory', 'employer'] as const).map(eventWordsController),
  ...(['candidate', 'employer'] as const).map(personController),
  ...(['trajectory', 'workplace', 'series', 'meeting', 'organisation', 'programme', 'ruleset'] as const).map(
    currentStateController,
  ),
];
