import type { Type } from '@nestjs/common';
import { CATEGORIES } from '../../kernel/ids.js';
import { currentStateController } from './current-state.controller.js';
import { correctionsController } from './corrections.controller.js';
import { historyController } from './history.controller.js';
import { wordsController } from './words.controller.js';

/** What is alike for each kind of stream. Those about persons answer with words; a trajectory's own address answers in codes, its words apart. */
export const STREAM_CONTROLLERS: Type<unknown>[] = [
  ...CATEGORIES.map(historyController),
  ...CATEGORIES.map(correctionsController),
  ...(['candidate', 'trajectory', 'employer'] as const).map(wordsController),
  ...(['meeting', 'programme', 'ruleset'] as const).map(currentStateController),
];
