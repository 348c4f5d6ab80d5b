import os
SECRET_KEY = os.environ['SECRET_KEY']
STATIC_ROOT = 'static'
WSGI_APPLICATION = 'clinic.wsgi.application'
DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}
