import { idOf } from '../../src/application/names.js';
import type { StoredEvent } from '../../src/application/ports/event-store.js';
import { hears } from '../../src/application/reacting/react-to.js';
import { streamIdOf, type CommandId } from '../../src/kernel/ids.js';
import { returns } from '../../src/reactions/returns.js';

const begins = '7d6f0f8e-5b1c-5a0d-8f57-1f7f0c9b2a11' as CommandId;
const later = '0c2b9a64-90b5-5c3e-a1c1-8a3d5f6b7c22' as CommandId;
const candidate = streamIdOf('candidate', idOf<'candidate'>(['id', begins, 'candidate', 0]));
const trajectory = streamIdOf('trajectory', idOf<'trajectory'>(['id', begins, 'trajectory', 0]));

const event = (streamId: string, type: string, commandId: CommandId) => ({ streamId, type, commandId }) as StoredEvent;

describe('what the reaction on returns listens to', () => {
  it('is a benefit that begins, but not one that came with the registration: nobody comes back who is only just known', () => {
    expect(hears(returns, event(candidate, 'BenefitStarted', later), idOf)).toBe(true);
    expect(hears(returns, event(candidate, 'BenefitStarted', begins), idOf)).toBe(false);
  });

  it('is every closing, whichever command it came with', () => {
    expect(hears(returns, event(trajectory, 'TrajectoryClosed', begins), idOf)).toBe(true);
    expect(hears(returns, event(trajectory, 'GoalSet', later), idOf)).toBe(false);
  });
});
