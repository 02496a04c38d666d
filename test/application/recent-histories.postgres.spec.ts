import { startEngine } from '../harness/engine.js';
import { costsNoRead } from './no-reads.js';

costsNoRead('PostgreSQL', () => startEngine({ parts: 'projections' }));
