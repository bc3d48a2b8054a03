import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Theme } from './shell/theme';

@Component({
  selector: 'baton-console',
  imports: [RouterOutlet],
  template: `<router-outlet />`,
})
export class App {
  // Asked for here so that the choice is applied before the first page draws.
  protected readonly theme = inject(Theme);
}
