import type { OpenAPIObject } from '@nestjs/swagger';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describedText } from '../../src/http/openapi/described-text.js';
import { PROBLEMS } from '../../src/http/problem.js';

const ROOT = path.join(__dirname, '../..');
const RULES = 'tools/nlgov/nlgov-rest-api-design-rules.spectral.yaml';
const SPECTRAL = 'node_modules/@stoplight/spectral-cli/dist/index.js';

const committed = readFileSync(path.join(ROOT, 'docs/openapi.json'), 'utf8');
const document = JSON.parse(committed) as OpenAPIObject;

describe('docs/openapi.json', () => {
  it('is what the code says; else run npm run openapi and commit it', async () => {
    expect(await describedText()).toBe(committed);
  });

  it('is clean under the rules of the NLGov REST API Design Rules', async () => {
    const lint = [SPECTRAL, 'lint', '--fail-severity=hint', '-r', RULES, 'docs/openapi.json'];
    const { stdout } = await promisify(execFile)(process.execPath, lint, { cwd: ROOT });
    expect(stdout).toContain("No results with a severity of 'hint' or higher found!");
  }, 120_000);

  it('is OpenAPI 3.1 under /v1, with a problem for each way in which a command is refused', () => {
    expect([document.openapi, document.servers]).toEqual(['3.1.0', [{ url: '/v1' }]]);

    const statuses = new Set(Object.values(PROBLEMS).map(({ status }) => String(status)));
    // Told before an operation is reached: a wrong method, a request that is late, and headers that are too large.
    for (const status of ['405', '408', '431']) statuses.delete(status);
    const posts = Object.values(document.paths).flatMap(({ post }) => (post ? [post] : []));
    const commands = posts.filter(({ parameters = [] }) =>
      parameters.some((parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key'),
    );
    expect(commands.length).toBeGreaterThanOrEqual(35);
    for (const { operationId, responses } of commands)
      expect([operationId, [...statuses].filter((status) => !(status in responses))]).toEqual([operationId, []]);
  });

  it('has no place for a BSN or a name but the body of a request (P10)', () => {
    const parameters = Object.values(document.paths).flatMap((operations) =>
      Object.values(operations as Record<string, { parameters?: { name: string }[] }>).flatMap(({ parameters: own = [] }) => own),
    );
    expect(parameters.map(({ name }) => name).filter((name) => /bsn|name|birth/i.test(name))).toEqual([]);
  });
});
