import { Injectable } from '@nestjs/common';

/** Where services get the time from. Nothing below a service asks for it: time is passed in. */
export abstract class Clock {
  abstract now(): Date;
}

@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
