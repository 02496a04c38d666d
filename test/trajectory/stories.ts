import type { Shelf } from '../../src/programme/shelf.js';
import type { TrajectoryCommand, TrajectoryRefusal } from '../../src/trajectory/commands.js';
import { trajectoryDecider } from '../../src/trajectory/decider.js';
import type { Trajectory } from '../../src/trajectory/trajectory.js';
import type { TrajectoryEvent } from '../../src/trajectory/trajectory.events.js';
import type { TrajectoryRules } from '../../src/trajectory/under-way.js';
import { shelfWith } from '../examples/programme.examples.js';
import { specFor } from '../harness/decider-spec.js';

/** Stories of trajectories: of Meedoen Werkt from 2019 on, unless another shelf is given. */
export const stories = (shelf: Shelf = shelfWith()) =>
  specFor<Trajectory, TrajectoryEvent, TrajectoryCommand, TrajectoryRefusal, TrajectoryRules>(trajectoryDecider(shelf));
