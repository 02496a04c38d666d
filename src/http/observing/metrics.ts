import type { FastifyReply, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { HttpParts } from '../parts.js';
import { loopsNow } from './loops-now.js';
import { templateOf } from './request-log.js';

/** Where Nest finds the metrics. */
export const METRICS = Symbol('Metrics');

/** Units: seconds. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/** What a monitor reads: counts and durations by code and template, never by id, so nothing about a person and no endless series. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly requests = new Histogram({
    name: 'trajectlijn_http_request_seconds',
    help: 'How long requests took, by route template and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: DURATIONS,
    registers: this.registers,
  });
  private readonly commands = new Counter({
    name: 'trajectlijn_commands_total',
    help: 'Commands by what came of them: accepted, or the status of the refusal.',
    labelNames: ['route', 'outcome'],
    registers: this.registers,
  });

  constructor(private readonly parts: Pick<HttpParts, 'store' | 'loops' | 'queue'>) {
    const gauges = {
      behind: this.perLoop('trajectlijn_loop_behind', 'Whether a reader of the log has not reached its end: 1 or 0.'),
      parked: this.perLoop('trajectlijn_loop_parked', 'How many things a reader of the log has put aside for a person.'),
      failing: this.perLoop('trajectlijn_loop_failing', 'Whether a reader of the log fails again and again: 1 or 0.'),
      stopped: this.perLoop('trajectlijn_loop_stopped', 'Whether a reader of the log was stopped by name: 1 or 0.'),
    };
    const queue = new Gauge({
      name: 'trajectlijn_queue_answers',
      help: 'Whether the queue takes jobs: 1, or 0 while it is away or may lose them.',
      registers: this.registers,
    });
    this.refresh = async () => {
      queue.set(Number((await this.parts.queue.standing()) === 'answers'));
      for (const { loop, behind, failing, parked, stopped } of await loopsNow(this.parts)) {
        gauges.behind.set({ loop }, Number(behind));
        gauges.parked.set({ loop }, parked.length);
        gauges.failing.set({ loop }, Number(failing));
        gauges.stopped.set({ loop }, Number(stopped));
      }
    };
  }

  /** Counts a request that was answered. */
  answered(request: FastifyRequest, reply: FastifyReply): void {
    const [method, route, status] = [request.method, templateOf(request), reply.statusCode];
    this.requests.observe({ method, route, status }, reply.elapsedTime / 1000);
    if (method === 'POST') this.commands.inc({ route, outcome: status < 300 ? 'accepted' : String(status) });
  }

  /** All of it as Prometheus reads it; how the loops stand is looked up now. */
  async text(): Promise<Readonly<{ type: string; text: string }>> {
    await this.refresh();
    return { type: this.registry.contentType, text: await this.registry.metrics() };
  }

  private readonly refresh: () => Promise<void>;

  private perLoop(name: string, help: string): Gauge<'loop'> {
    return new Gauge({ name, help, labelNames: ['loop'], registers: this.registers });
  }
}
