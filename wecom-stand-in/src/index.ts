export { createStandIn, type RunningStandIn } from './create-stand-in.ts';
export { demoCredentials, type StandInOptions } from './options.ts';
