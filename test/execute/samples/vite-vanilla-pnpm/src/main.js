document.body.append('Hello from pnpm')
