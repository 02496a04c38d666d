import type { Day } from '../../kernel/days.js';
import { inEach, type Language, type Line } from './line.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** A day as people say it: `3 oktober 2019`, `3 October 2019`. */
export function dayInWords(day: Day): Line {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  return inEach((language) => `${dayOfMonth} ${MONTHS[language][month - 1]} ${year}`);
}
