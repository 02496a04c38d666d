import { Faker, nl } from '@faker-js/faker';

/** All chance of the demo comes from the seed and from whom it is about, so that a seed is a story in whatever order it is played. */
export class Chance {
  private readonly faker = new Faker({ locale: [nl] });

  constructor(
    private readonly seed: number,
    private readonly name: string,
  ) {
    this.faker.seed([seed, ...[...name].map((letter) => letter.codePointAt(0) ?? 0)]);
  }

  /** The chance of one of its own. */
  of(name: string): Chance {
    return new Chance(this.seed, `${this.name}/${name}`);
  }

  /** True so many times in a hundred. */
  percent(of: number): boolean {
    return this.faker.number.int({ min: 1, max: 100 }) <= of;
  }

  between(min: number, max: number): number {
    return this.faker.number.int({ min, max });
  }

  one<T>(of: readonly T[]): T {
    return this.faker.helpers.arrayElement([...of]);
  }

  some<T>(of: readonly T[], count: number): T[] {
    return this.faker.helpers.arrayElements([...of], count);
  }

  /** Who somebody is: a generated name, never that of a person in the programme's text. */
  person(): { givenNames: string; familyName: string; birthDate: string; postcode: string; telephone: string } {
    const born = this.between(1959, 2001);
    return {
      givenNames: this.faker.person.firstName(),
      familyName: this.faker.person.lastName(),
      birthDate: `${born}-${two(this.between(1, 12))}-${two(this.between(1, 28))}`,
      postcode: `${this.between(7500, 7699)} ${this.one(['AB', 'CD', 'EG', 'HK', 'LM'])}`,
      telephone: `074 ${this.between(1_000_000, 9_999_999)}`,
    };
  }

  /** A firm's name that points at nobody. */
  firm(): string {
    return `${this.one(['Bakkerij', 'Bouw', 'Zorg', 'Metaal', 'Hotel', 'Kwekerij', 'Transport', 'Techniek'])} ${this.one([
      'Twente',
      'Oost',
      'De Linde',
      'Het Veen',
      'Noorderhof',
      'Berkel',
      'Regge',
      'Vecht',
    ])} ${this.between(1, 99)} BV`;
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2];

/** How many first eight digits a story may use for its BSNs. */
const BLOCK = 10_000;

/**
 * The BSNs of a block from 999 000 000 on that pass the eleven test; in that range nobody has one.
 * A block has some 9,000 of its own; who needs more takes the last one and goes on to the end.
 */
export function* fictionalBsns(block: number): Generator<string, never> {
  for (let head = 99_900_000 + block * BLOCK; head < 100_000_000; head += 1) {
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(String(head)[at]), 0);
    if (sum % 11 === 10) continue; // no last digit makes this one divisible
    yield `${head}${sum % 11}`;
  }
  throw new RangeError('there are no more numbers that nobody has');
}
