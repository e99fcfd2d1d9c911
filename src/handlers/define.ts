import type { z } from 'zod';
import type { Endpoint } from '#api/define.ts';
import type { Room } from './room.ts';

/** How one endpoint is answered. What arrives is checked; what leaves has the shape the endpoint promises. */
export type Handler<Input extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> = {
  readonly endpoint: Endpoint<Input, Answer>;
  readonly answer: (input: z.output<Input>, room: Room) => Promise<z.input<Answer>>;
};

export const serve = <Input extends z.ZodType, Answer extends z.ZodType>(
  endpoint: Endpoint<Input, Answer>,
  answer: Handler<Input, Answer>['answer'],
): Handler<Input, Answer> => ({
  endpoint,
  answer: async (input, room) => {
    try {
      return await answer(input, room);
    } finally {
      await room.takeBack();
    }
  },
});
