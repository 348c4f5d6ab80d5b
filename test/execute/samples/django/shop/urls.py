from django.http import HttpResponse, JsonResponse
from django.urls import path

urlpatterns = [
    path("", lambda request: HttpResponse("Slipway sample")),
    path("health", lambda request: JsonResponse({"ok": True})),
]
