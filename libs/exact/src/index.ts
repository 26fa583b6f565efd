export { exactSolver, type ExactLimits } from './highs-solver.js';
