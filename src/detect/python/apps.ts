/** How a framework makes its application object, and what serves it. */
export interface PythonFramework {
  readonly id: string
  /** Names of the package on PyPI. */
  readonly packages: readonly string[]
  /** What stands right of `app = `; null: it has no such object. */
  readonly makes: RegExp | null
  /** `asgi` and `wsgi` objects are served by a server of their own; `self` starts itself when its file is run. */
  readonly served: 'asgi' | 'wsgi' | 'self'
  readonly port: number
}

/** Web frameworks of Python in the order in which they count where a project lists several and its source does not tell. */
export const webFrameworks: readonly PythonFramework[] = [
  {
    id: 'django',
    packages: ['django'],
    makes: /^(?:get_wsgi_application|get_asgi_application)\(/,
    served: 'wsgi',
    port: 8000,
  },
  { id: 'fastapi', packages: ['fastapi'], makes: /^(?:fastapi\.)?FastAPI\(/, served: 'asgi', port: 8000 },
  { id: 'streamlit', packages: ['streamlit'], makes: null, served: 'self', port: 8501 },
  { id: 'chainlit', packages: ['chainlit'], makes: null, served: 'self', port: 8000 },
  {
    id: 'gradio',
    packages: ['gradio'],
    makes: /^(?:gr|gradio)\.(?:Blocks|Interface|ChatInterface|TabbedInterface)\(/,
    served: 'self',
    port: 7860,
  },
  { id: 'dash', packages: ['dash'], makes: /^(?:dash\.)?Dash\(/, served: 'self', port: 8050 },
  {
    id: 'litestar',
    packages: ['litestar', 'starlite'],
    makes: /^(?:litestar\.)?(?:Litestar|Starlite)\(/,
    served: 'asgi',
    port: 8000,
  },
  { id: 'sanic', packages: ['sanic'], makes: /^(?:sanic\.)?Sanic\(/, served: 'asgi', port: 8000 },
  { id: 'quart', packages: ['quart'], makes: /^(?:quart\.)?Quart\(/, served: 'asgi', port: 5000 },
  { id: 'robyn', packages: ['robyn'], makes: /^Robyn\(/, served: 'self', port: 8080 },
  { id: 'blacksheep', packages: ['blacksheep'], makes: /^(?:blacksheep\.)?Application\(/, served: 'asgi', port: 8000 },
  {
    id: 'connexion',
    packages: ['connexion'],
    makes: /^(?:connexion\.)?(?:FlaskApp|AsyncApp|App|FlaskApi)\(/,
    served: 'wsgi',
    port: 8080,
  },
  { id: 'falcon', packages: ['falcon'], makes: /^falcon\.(?:asgi\.)?(?:App|API)\(/, served: 'wsgi', port: 8000 },
  { id: 'pyramid', packages: ['pyramid'], makes: /^config\.make_wsgi_app\(/, served: 'wsgi', port: 6543 },
  {
    id: 'flask',
    packages: ['flask', 'flask-restx', 'flask-restful', 'apiflask'],
    makes: /^(?:flask\.)?(?:Flask|APIFlask)\(/,
    served: 'wsgi',
    port: 5000,
  },
  { id: 'bottle', packages: ['bottle'], makes: /^(?:bottle\.)?(?:Bottle|default_app)\(/, served: 'wsgi', port: 8080 },
  { id: 'cherrypy', packages: ['cherrypy'], makes: null, served: 'self', port: 8080 },
  { id: 'nicegui', packages: ['nicegui'], makes: null, served: 'self', port: 8080 },
  { id: 'panel', packages: ['panel'], makes: null, served: 'self', port: 5006 },
  { id: 'shiny', packages: ['shiny'], makes: /^(?:shiny\.)?App\(/, served: 'asgi', port: 8000 },
  { id: 'reflex', packages: ['reflex'], makes: /^rx\.App\(/, served: 'self', port: 3000 },
  { id: 'web.py', packages: ['web-py'], makes: /^web\.application\(/, served: 'wsgi', port: 8080 },
  {
    id: 'starlette',
    packages: ['starlette'],
    makes: /^(?:starlette\.applications\.)?Starlette\(/,
    served: 'asgi',
    port: 8000,
  },
  { id: 'tornado', packages: ['tornado'], makes: /^(?:tornado\.web\.|web\.)Application\(/, served: 'self', port: 8888 },
  { id: 'aiohttp', packages: ['aiohttp'], makes: /^(?:aiohttp\.)?web\.Application\(/, served: 'self', port: 8080 },
]

/**
 * The framework of an expression such as `FastAPI(title="x")`; undefined where it makes none. Two call it `web.Application`:
 * then the one that the project lists counts.
 */
export function madeBy(expression: string, isListed: (name: string) => boolean): PythonFramework | undefined {
  const found = webFrameworks.filter(({ makes }) => makes?.test(expression))
  return found.find(({ packages }) => packages.some(isListed)) ?? found[0]
}

/** The framework of an id. */
export function frameworkNamed(id: string): PythonFramework | undefined {
  return webFrameworks.find((one) => one.id === id)
}
