/** Header by which the server tells the log-in who is calling. Set by the server itself, never believed from outside. */
export const CLIENT_IP_HEADER = 'x-tendril-client-ip';
