import { marked } from 'marked'
import type { PullRequest } from '../../src/model.ts'
import { html, trusted } from '../../src/page/markup.ts'

const style = `body{margin:0;padding:28px 40px;background:#fff;color:#1f2328;font:15px/1.55 system-ui,sans-serif}
h1{font-size:26px;font-weight:400;margin:0 0 8px}.state{display:inline-block;background:#1a7f37;color:#fff;border-radius:99px;padding:4px 12px;font-weight:600;font-size:14px}
.from{color:#59636e;margin-left:8px}.body{border:1px solid #d1d9e0;border-radius:8px;margin-top:18px;padding:4px 18px}
code{background:#eff1f3;border-radius:5px;padding:2px 5px;font:13px ui-monospace,monospace}pre{background:#f6f8fa;padding:12px;border-radius:6px;overflow:hidden}pre code{background:none;padding:0}
table{border-collapse:collapse}td,th{border:1px solid #d1d9e0;padding:5px 11px;text-align:left}h3{margin:18px 0 8px}a{color:#0969da}`

/** The pull request much as GitHub shows it. Diagrams are left out: GitHub draws them with a program of its own. */
export function pullRequestPage({ title, body, branch }: PullRequest): string {
  const markdown = body.replace(/```mermaid\n[\s\S]*?```\n/g, '')
  const text = marked.parse(markdown, { async: false })
  return html`<!doctype html><meta charset="utf-8"><style>${trusted(style)}</style>
<h1>${title}</h1><span class="state">Open</span><span class="from">wants to merge 1 commit into <code>main</code> from <code>${branch}</code></span>
<div class="body">${trusted(text)}</div>`.markup
}
