import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Density } from './shell/preferences/density';
import { Theme } from './shell/preferences/theme';

@Component({
  selector: 'baton-console',
  imports: [RouterOutlet],
  template: `<router-outlet />`,
})
export class App {
  constructor() {
    // Asked for here so that the choices are applied before the first page draws.
    inject(Theme);
    inject(Density);
  }
}
