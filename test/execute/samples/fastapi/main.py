from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def home():
    return {"says": "Slipway sample"}


@app.get("/health")
async def health():
    return {"ok": True}
