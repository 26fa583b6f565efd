import { setTimeout as pause } from 'node:timers/promises';
import { createPostgresBackend, type BackendFactory } from 'bullmq';

/** A worker that hears nothing asks for jobs itself after this long. */
const LONGEST_WAIT_S = 5;
const AFTER_A_FAILURE_MS = 1_000;

/**
 * BullMQ on PostgreSQL whose workers never rely on being told alone.
 *
 * BullMQ's worker waits for up to an hour once a wait has failed, and never asks while its listening connection is dead and nobody has noticed
 * (a loss can come together with the answer before it). Here a wait is short, begins with a new LISTEN after a silence, and one that fails ends
 * like one in which nothing came: the worker then asks for jobs.
 */
export const createAskingBackend: BackendFactory = (name, options, more) => {
  const backend = createPostgresBackend(name, options as Parameters<typeof createPostgresBackend>[1], more);
  const wait = backend.waitForJob.bind(backend);
  const listenAnew = () => backend.reconnectBlocking();
  backend.waitForJob = async (seconds) => {
    try {
      const told = await wait(Math.min(seconds, LONGEST_WAIT_S));
      if (!told && !backend.closing) await listenAnew();
      return told;
    } catch (error) {
      backend.emit('error', error as Error);
      await listenAnew();
      await pause(AFTER_A_FAILURE_MS);
      return null;
    }
  };
  return backend;
};
