import type { Candidate, Employer } from '../stage/cast.js';
import type { Stage } from '../stage/stage.js';

/** "24 januari": the text names no year; 2020 is ours. */
const HELD_ON = '2020-01-24';

type Guests = Readonly<{ employers: readonly Employer[]; candidates: readonly Candidate[] }>;

/** "Voorafgaand … kennissessie … begeleiding en jobcarving": first employers among themselves, then with candidates. */
export function meetAtTheTable({ agenda, api, programmeId, chance }: Stage, { employers, candidates }: Guests): void {
  const day = { programmeId, place: 'Werkplein', heldOn: HELD_ON };
  let session = '';
  let table = '';
  agenda.on('2020-01-06', async () => {
    session = await api.create('/meetings', { ...day, title: 'Kennissessie begeleiding en jobcarving', capacity: 12 });
    table = await api.create('/meetings', { ...day, title: 'Praktijktafel', capacity: 40 });
    for (const { id: employerId } of employers)
      for (const meeting of [session, table])
        await api.create(`/meetings/${meeting}/invitations`, { invitee: { kind: 'employer', employerId }, channel: 'email' });
    for (const { id: candidateId } of candidates)
      await api.create(`/meetings/${table}/invitations`, { invitee: { kind: 'candidate', candidateId }, channel: 'letter' });
  });
  agenda.put(`${HELD_ON}T15:00`, async () => {
    for (const { id: employerId } of employers)
      for (const meeting of [session, table])
        await api.send(`/meetings/${meeting}/attendance`, { party: { kind: 'employer', employerId }, attendance: 'attended' });
    for (const { id: candidateId } of candidates) {
      const attendance = chance.percent(80) ? 'attended' : 'excused';
      await api.send(`/meetings/${table}/attendance`, { party: { kind: 'candidate', candidateId }, attendance });
    }
    for (const meeting of [session, table]) await api.send(`/meetings/${meeting}/holding`, {});
  });
}
