import fs from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { checkedDefinition } from '../../src/programme/check-definition.js';
import { nameIn, OWN_CODES } from '../../src/programme/names.js';
import type { Definition } from '../../src/programme/programme.events.js';
import { namesIn } from '../../src/programme/succession.js';
import { programmeSchema } from '../harness/programme-schema.js';

const root = path.join(__dirname, '../..');
const SHIPPED = ['meedoen-werkt', 'praktijktafel-twente', 'van-werk-naar-werk', 'werkoffensief-500', 'werkwinkel'];

const textOf = (slug: string): string => fs.readFileSync(path.join(root, 'programmes', `${slug}.yaml`), 'utf8');
const calendars = fs.readdirSync(path.join(root, 'rulesets')).map((file) => path.basename(file, '.yaml'));
const isKnown = (calendar: string): boolean => calendars.includes(calendar);

describe('the programmes that are shipped', () => {
  it('are these', () => {
    expect(fs.readdirSync(path.join(root, 'programmes')).sort()).toEqual(SHIPPED.map((slug) => `${slug}.yaml`));
  });

  it.each(SHIPPED)('%s has no fault, and is called by its file (R-60 to R-68)', (slug) => {
    expect(checkedDefinition(parse(textOf(slug)), isKnown)).toMatchObject({ definition: { slug } });
  });

  it.each(SHIPPED)('%s fits the published schema, and names it for editors', (slug) => {
    const fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(programmeSchema()) as object);

    expect([fits(parse(textOf(slug))), fits.errors]).toEqual([true, null]);
    expect(textOf(slug)).toMatch(/^# yaml-language-server: \$schema=\.\.\/docs\/programme\.schema\.json\n/);
    expect(fits({ ...(parse(textOf(slug)) as object), goals: ['fame'] })).toBe(false);
  });

  it.each(SHIPPED)('%s says above each phase and each follow-up where it comes from', (slug) => {
    const lines = textOf(slug).split('\n');
    const rules = lines.flatMap((line, at) => (/^ {2}- id: /.test(line) ? [at] : []));

    expect(rules.length).toBeGreaterThan(0);
    expect(rules.filter((at) => !/^ {2}# /.test(lines[at - 1])).map((at) => lines[at])).toEqual([]);
  });

  it.each(SHIPPED)('%s has a name in Dutch and in English for each code that it makes (R-590)', (slug) => {
    const checked = checkedDefinition(parse(textOf(slug)), isKnown) as { definition: Definition };
    const nameless = OWN_CODES.flatMap((list) =>
      namesIn(checked.definition, list).filter((code) => !nameIn(checked.definition, list, code)),
    );
    expect(nameless).toEqual([]);
  });

  it.each(SHIPPED)('%s promises a date to ask again for any goal but paid work', (slug) => {
    const { goals, followUps } = parse(textOf(slug)) as { goals: string[]; followUps: { on: string; due: unknown }[] };
    const asking = followUps.filter(({ due }) => JSON.stringify(due) === '{"on":"ask-again"}').map(({ on }) => on);

    expect(asking).toEqual(goals.every((goal) => goal === 'paid-work') ? [] : ['GoalSet', 'GoalChanged']);
  });
});

describe('docs/programme.schema.json', () => {
  it('is what the code checks by; npm run programme-schema writes it', () => {
    expect(fs.readFileSync(path.join(root, 'docs/programme.schema.json'), 'utf8')).toBe(programmeSchema());
  });
});
