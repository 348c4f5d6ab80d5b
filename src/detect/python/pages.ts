import { once } from '../once.ts'
import type { Place } from '../place.ts'
import type { PythonFramework } from './apps.ts'
import { readSources } from './sources.ts'
import type { Start } from './start.ts'

interface PageTool {
  readonly imports: RegExp
  readonly command: (file: string, port: number) => string
}

// Tools that run a script of their own: the file that uses them is the entry.
const tools: Readonly<Record<string, PageTool>> = {
  streamlit: {
    imports: /^\s*(?:import streamlit\b|from streamlit\b)/m,
    command: (file, port) =>
      `streamlit run ${file} --server.port ${port} --server.address 0.0.0.0 --server.headless true`,
  },
  chainlit: {
    imports: /^\s*(?:import chainlit\b|from chainlit\b)/m,
    command: (file, port) => `chainlit run ${file} --host 0.0.0.0 --port ${port} --headless`,
  },
  panel: {
    imports: /^\s*(?:import panel\b|from panel\b)/m,
    command: (file, port) => `panel serve ${file} --address 0.0.0.0 --port ${port} --allow-websocket-origin '*'`,
  },
  nicegui: { imports: /^\s*(?:import nicegui\b|from nicegui\b)/m, command: (file) => `python ${file}` },
  cherrypy: { imports: /^\s*import cherrypy\b/m, command: (file) => `python ${file}` },
  gradio: {
    imports: /^\s*(?:import gradio\b|from gradio\b)/m,
    command: (file) => `GRADIO_SERVER_NAME=0.0.0.0 python ${file}`,
  },
  dash: { imports: /^\s*(?:import dash\b|from dash\b)/m, command: (file) => `python ${file}` },
  tornado: { imports: /^\s*(?:import tornado\b|from tornado\b)/m, command: (file) => `python ${file}` },
  aiohttp: {
    imports: /^\s*from aiohttp import .*\bweb\b|^\s*import aiohttp\.web/m,
    command: (file) => `python ${file}`,
  },
}

/** The script that such a tool runs: the likeliest file that imports it, pages and helpers after it. */
const scriptOf = once((place: Place) => (framework: PythonFramework): string | undefined => {
  const tool = tools[framework.id]
  const found = readSources(place).filter(({ name, text }) => tool?.imports.test(text) && !/(?:^|\/)pages\//.test(name))
  const main = found.find(({ text }) =>
    /set_page_config|__main__|\.launch\(|ui\.run\(|on_chat_start|run_app\(|\.listen\(|\.servable\(|quickstart\(/.test(
      text,
    ),
  )
  return (main ?? found[0])?.name
})

/** How a page tool is started; null where the framework is none, or no file uses it. */
export function pageStart(framework: PythonFramework, place: Place): (Start & { readonly file: string }) | null {
  const tool = tools[framework.id]
  const file = tool ? scriptOf(place)(framework) : undefined
  if (!tool || file === undefined) return null
  const { port } = framework
  return { file, command: tool.command(file, port), port, honoursPort: false, remark: null }
}
