export { HttpClient, type Answer } from '../../apps/cli/src/demo/http-client.js';
