import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Accepted } from '../../src/application/commands/accepted.js';
import { meedoenWerktFile } from '../examples/programme.examples.js';
import type { memoryFlow } from './memory-flow.js';

const calendar: unknown = parse(fs.readFileSync(path.join(__dirname, '../../rulesets/all-days.yaml'), 'utf8'));

/** Publishes the calendar of all days and Meedoen Werkt through the flow, in force from 2019 on; answers the programme's id. */
export async function publishedProgramme({ send }: ReturnType<typeof memoryFlow>, tenant = 'hengelo'): Promise<string> {
  const publish = async (category: 'ruleset' | 'programme', type: string, data: unknown): Promise<string> => {
    const outcome = await send({ category, id: null }, { kind: 'command', type, data }, { role: 'administrator', tenant });
    if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome.refused)}`);
    return (outcome satisfies Accepted).id!;
  };
  await publish('ruleset', 'PublishRuleset', calendar);
  return publish('programme', 'PublishProgramme', { validFrom: '2019-01-01', definition: meedoenWerktFile });
}
