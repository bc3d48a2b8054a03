import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { parseMarkdown } from './parse.js';

/** Markdown-lite drawn as nodes of the template; no HTML string is ever put into the page. */
@Component({
  selector: 'ba-markdown',
  imports: [NgTemplateOutlet],
  template: `
    @for (block of blocks(); track $index) {
      @switch (block.kind) {
        @case ('code') {
          <pre><code>{{ block.text }}</code></pre>
        }
        @case ('list') {
          @if (block.ordered) {
            <ol>
              @for (item of block.items; track $index) {
                <li><ng-container *ngTemplateOutlet="inline; context: { $implicit: item }" /></li>
              }
            </ol>
          } @else {
            <ul>
              @for (item of block.items; track $index) {
                <li><ng-container *ngTemplateOutlet="inline; context: { $implicit: item }" /></li>
              }
            </ul>
          }
        }
        @default {
          <p [class.heading]="block.kind === 'heading'">
            @for (line of block.lines; track $index) {
              @if (!$first) {
                <br />
              }
              <ng-container *ngTemplateOutlet="inline; context: { $implicit: line }" />
            }
          </p>
        }
      }
    }
    <ng-template #inline let-parts>
      @for (part of parts; track $index) {
        @switch (part.kind) {
          @case ('text') {
            <ng-container>{{ part.text }}</ng-container>
          }
          @case ('code') {
            <code>{{ part.text }}</code>
          }
          @case ('strong') {
            <strong><ng-container *ngTemplateOutlet="inline; context: { $implicit: part.parts }" /></strong>
          }
          @case ('emphasis') {
            <em><ng-container *ngTemplateOutlet="inline; context: { $implicit: part.parts }" /></em>
          }
          @case ('link') {
            <a class="ba-link" target="_blank" rel="noopener noreferrer nofollow" [href]="part.href"
              ><ng-container *ngTemplateOutlet="inline; context: { $implicit: part.parts }"
            /></a>
          }
        }
      }
    </ng-template>
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    p,
    ul,
    ol,
    pre {
      margin: 0 0 8px;
    }
    :host > :last-child {
      margin-bottom: 0;
    }
    .heading {
      font-weight: 600;
    }
    ul,
    ol {
      padding-left: 20px;
    }
    strong {
      font-weight: 600;
    }
    code {
      font-family: var(--mono);
      font-size: 0.92em;
      background: var(--sunken);
      border-radius: 4px;
      padding: 0 4px;
    }
    pre {
      padding: 8px 12px;
      background: var(--sunken);
      border-radius: var(--r-s);
      overflow-x: auto;
    }
    pre code {
      padding: 0;
      background: none;
    }
  `,
})
export class BaMarkdown {
  readonly text = input.required<string>();
  protected readonly blocks = computed(() => parseMarkdown(this.text()));
}
