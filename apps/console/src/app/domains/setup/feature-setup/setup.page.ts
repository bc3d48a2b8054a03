import { Component, inject, input, type OnInit } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { BaButton, BaCallout, BaEmpty, BaField, BaInput, BaPanel, BaSkeleton } from '#ui';
import { SignedIn } from '../../../shell';
import { Mark } from '../../../shell/mark';
import { FirstRun } from '../data/first-run';

/** Open while nobody exists: makes the first admin and the first website, and signs the admin in. */
@Component({
  imports: [BaButton, BaCallout, BaEmpty, BaField, BaInput, BaPanel, BaSkeleton, FormField, Mark, RouterLink],
  providers: [FirstRun],
  templateUrl: './setup.page.html',
  styleUrl: '../../../editing/page.css',
  styles: `
    :host {
      display: block;
      min-height: 100%;
      overflow: auto;
      background: var(--bg);
    }
    main {
      max-width: 560px;
      margin: 0 auto;
      padding: 48px 20px 64px;
      display: flex;
      flex-direction: column;
      gap: 20px;
    }
    header h1 {
      margin: 14px 0 4px;
      font-size: 20px;
      line-height: 28px;
      font-weight: 600;
      letter-spacing: -0.01em;
    }
    header p {
      margin: 0;
      color: var(--text-2);
    }
    form {
      display: flex;
      flex-direction: column;
      gap: 20px;
    }
    .go {
      display: flex;
      justify-content: flex-end;
    }
    .problem {
      margin: 0;
    }
  `,
})
export default class SetupPage implements OnInit {
  /** From `?token=`, as printed at the first start. */
  readonly token = input('');

  protected readonly run = inject(FirstRun);
  private readonly signedIn = inject(SignedIn);
  private readonly router = inject(Router);

  ngOnInit(): void {
    void this.run.begin(this.token());
  }

  protected async complete(): Promise<void> {
    if (!(await this.run.complete())) return;
    await this.signedIn.isKnown();
    await this.router.navigateByUrl('/websites');
  }
}
