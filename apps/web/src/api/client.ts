import createClient from 'openapi-fetch';
import type { components, paths } from './schema.js';
import { transport } from './transport.js';

/** The server's shapes by name, generated from its OpenAPI document (`npm run api:types`). */
export type Schemas = components['schemas'];

/**
 * The API with typed paths, queries and bodies: `answer(api.GET('/api/editions/{id}', { params: { path: { id } } }))`.
 * Everything but success is thrown as an ApiError.
 */
export const api = createClient<paths>({ fetch: transport });

/** The body of a successful answer. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}
