/** Where Nest finds the table of routes. */
export const ROUTES = Symbol('Routes');

/** Which methods an address has, so that a wrong method is told apart from a wrong address. */
export class Routes {
  private readonly known: { method: string; steps: readonly string[] }[] = [];

  /** Adds a route as the framework registers it; `:name` stands for any one step. */
  add(url: string, methods: string | readonly string[]): void {
    const steps = stepsOf(url);
    for (const method of [methods].flat()) this.known.push({ method, steps });
  }

  /** The methods that an address answers to, each once; none for an address that does not exist. */
  methodsAt(url: string): readonly string[] {
    const asked = stepsOf(url.split('?', 1)[0]);
    return [...new Set(this.known.filter(({ steps }) => matches(steps, asked)).map(({ method }) => method))];
  }
}

const stepsOf = (path: string): readonly string[] => path.split('/').slice(1);

const matches = (steps: readonly string[], asked: readonly string[]): boolean =>
  steps.length === asked.length && steps.every((step, at) => (step.startsWith(':') ? asked[at] !== '' : step === asked[at]));
