/** Until there is sign-in, only this machine is served, and only this machine is asked. */
export const loopback = '127.0.0.1';
